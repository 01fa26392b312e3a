import type { Placement, Round } from "../../engine/domain/round.ts";
import { measureTiers, tierSense } from "../../engine/verify/measure-tiers.ts";

/** The values of all tiers by the verifier's measure, one number per tier or entry of its list, in order of precedence. */
export function tierValues(round: Round, placements: readonly Placement[]): readonly (readonly number[])[] {
  return measureTiers(round, placements).map((value) => (typeof value === "number" ? [value] : value));
}

/** Below 0 where `a` is better: at the first entry of the first tier in which the two differ. */
export function compareValues(round: Round, a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const senses = round.policy.tiers.map((tier) => tierSense(round, tier));
  for (const [tier, sense] of senses.entries()) {
    for (const [entry, value] of (a[tier] ?? []).entries()) {
      const difference = value - (b[tier]?.[entry] ?? value);
      if (difference !== 0) return sense === "minimise" ? difference : -difference;
    }
  }
  return 0;
}
