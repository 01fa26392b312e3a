import { type BoundCertificate, PRICE_UNIT } from "../../domain/bound-certificate.ts";
import type { ObjectiveId } from "../../domain/policy.ts";
import type { Lock, TierFigure, TierResult } from "../../domain/result.ts";
import type { Casefile } from "../casefile.ts";
import { objectiveSense, tierSense } from "../measure-tiers.ts";
import type { Group } from "../openings.ts";
import type { Options } from "./possibilities.ts";

/** A round with nobody placed, and what is open to everybody: made once for all certificates of a result. */
export interface BoundCase {
  readonly casefile: Casefile;
  readonly groups: readonly Group[];
  readonly options: readonly Options[];
}

/** What the result says about the tiers before: the locks bind the placements the bound is about. */
export interface Reported {
  readonly tiers: readonly Pick<TierResult, "bound">[];
  readonly locks: readonly Lock[];
}

/** How much of each objective's entry the Lagrangian function counts, in millionths, less being better. */
export interface Mixture {
  readonly parts: readonly { readonly id: ObjectiveId; readonly entry: number; readonly amount: number }[];
  /** What the locks' limits take off. */
  readonly limits: number;
  /** Delay in days that no placement may exceed. */
  readonly mostDelay: number;
}

export const entryOf = <T>(figure: T | readonly T[] | null | undefined, entry: number): T | undefined =>
  Array.isArray(figure) ? figure[entry] : entry === 0 ? ((figure ?? undefined) as T | undefined) : undefined;

/** The limit that placements keep for an entry of an earlier tier, or an earlier entry of the same: then strictly what was found. */
export function limitOf(reported: Reported, certificate: BoundCertificate, tier: number, entry: number): number | undefined {
  const lock = reported.locks[tier];
  const figure: TierFigure | undefined = tier === certificate.tier - 1 ? lock?.found : lock?.limit;
  return entryOf(figure, entry);
}

/** Whether a price may be put on an entry: it was settled before the one that is bounded. */
const isBefore = (tier: number, entry: number, { tier: own, entry: ownEntry }: BoundCertificate) =>
  tier < own - 1 || (tier === own - 1 && entry < ownEntry - 1);

/** Everything the tier and the prices on locks count; `null` if a price is on something that is no lock. */
export function mixtureOf({ casefile }: BoundCase, certificate: BoundCertificate, reported: Reported): Mixture | null {
  const { round } = casefile;
  const parts: { id: ObjectiveId; entry: number; amount: number }[] = [];
  let limits = 0;
  const put = (tier: number, entry: number, price: number): boolean => {
    const setting = round.policy.tiers[tier];
    if (setting === undefined) return false;
    setting.objectives.forEach((id, i) => {
      const sign = objectiveSense(round, id) === "minimise" ? 1 : -1;
      const weight = setting.objectives.length === 1 ? 1 : (setting.weights[i] ?? 1);
      parts.push({ id, entry, amount: sign * weight * price });
    });
    return true;
  };
  for (const { tier, entry, price } of certificate.prices.locks) {
    const [t, e] = [tier - 1, entry - 1];
    const limit = limitOf(reported, certificate, t, e);
    const setting = round.policy.tiers[t];
    if (limit === undefined || setting === undefined || !isBefore(t, e, certificate) || !put(t, e, price)) return null;
    limits += price * (tierSense(round, setting) === "minimise" ? limit : -limit);
  }
  const [t, e] = [certificate.tier - 1, certificate.entry - 1];
  const isThreshold = isLargestDelay(casefile, certificate);
  if (!isThreshold && !put(t, e, PRICE_UNIT)) return null;
  const locked = round.policy.tiers.flatMap(({ objectives }, tier) => {
    const limit = isBefore(tier, 0, certificate) ? limitOf(reported, certificate, tier, 0) : undefined;
    return objectives[0] === "delay" && limit !== undefined ? [limit] : [];
  });
  return { parts, limits, mostDelay: Math.min(...locked, isThreshold ? certificate.bound - 1 : Number.POSITIVE_INFINITY) };
}

/** The largest delay is bounded by showing that no placement has all its delays below the bound. */
export function isLargestDelay({ round }: Casefile, { tier, entry }: BoundCertificate): boolean {
  return round.policy.tiers[tier - 1]?.objectives[0] === "delay" && entry === 1;
}

export function amountOf({ parts }: Mixture, id: ObjectiveId): number {
  return parts.reduce((sum, part) => sum + (part.id === id ? part.amount : 0), 0);
}
