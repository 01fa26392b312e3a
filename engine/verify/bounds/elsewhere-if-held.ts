import type { BoundPrices } from "../../domain/bound-certificate.ts";
import type { Promotion } from "../../domain/round.ts";
import { memberServesInOtherRegion } from "../abroad.ts";
import type { Casefile } from "../casefile.ts";
import { amountOf, type Mixture } from "./mixture.ts";

/**
 * What persons serving in another Region are worth where a promotion is held, those placed by this round aside: its members there, up to those wanted, pay
 * the price each, and where the promotion counts (always, where it must) it costs the price of all wanted less what counting is worth.
 */
export function elsewhereIfHeld(casefile: Casefile, { id, members }: Promotion, prices: BoundPrices, mixture: Mixture): number {
  const asked = casefile.round.policy.crossRegion;
  const price = prices.elsewhere[id] ?? 0;
  const worth = -amountOf(mixture, "cross-region");
  if (price === 0 && worth === 0) return 0;
  const wanted = asked?.minimum ?? 1;
  const abroad = Math.min(wanted, members.filter((member) => memberServesInOtherRegion(member, casefile)).length);
  const counting = price * wanted - worth;
  return (asked?.mode === "hard" ? counting : Math.min(0, counting)) - price * abroad;
}
