import { type BoundCertificate, PRICE_UNIT } from "../../domain/bound-certificate.ts";
import type { Casefile } from "../casefile.ts";
import { tierSense } from "../measure-tiers.ts";
import { addUp } from "./add-up.ts";
import { type BoundCase, isLargestDelay, type Reported } from "./mixture.ts";

/**
 * What the prices of a certificate prove, worked out from the round alone; `null` if they are no prices of this round or prove nothing.
 * docs/bounds.md has the formula. Every figure is a whole number of millionths and small enough to be exact.
 */
export function recomputeBound(boundCase: BoundCase, certificate: BoundCertificate, reported: Reported): number | null {
  const { casefile } = boundCase;
  const priced = addUp(boundCase, certificate, reported);
  if (priced === null) return null;
  if (isLargestDelay(casefile, certificate)) return priced.total > 0 ? certificate.bound : null;
  return provenValue(casefile, certificate, priced.total);
}

/** The value in a tier's own sense that a sum of prices leaves possible. */
export function provenValue({ round }: Casefile, { tier }: Pick<BoundCertificate, "tier">, total: number): number | null {
  const setting = round.policy.tiers[tier - 1];
  if (setting === undefined || !Number.isSafeInteger(total)) return null;
  const least = Math.ceil(total / PRICE_UNIT);
  return (tierSense(round, setting) === "minimise" ? least : -least) + 0;
}
