import type { TierFigure } from "../../engine/domain/result.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { measureTiers, tierSense } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { everyAssignment } from "./every-assignment.ts";

interface Candidate {
  readonly placements: readonly Placement[];
  readonly values: readonly (readonly number[])[];
}

const entries = (figure: TierFigure): readonly number[] => (typeof figure === "number" ? [figure] : figure);

/** Best value of every tier (per entry) by trying everything: strict inside a list, with the allowance for later tiers. `null`: nothing is lawful. */
export function bruteForce(round: Round): readonly (readonly number[])[] | null {
  const all = everyAssignment(round) ?? [];
  let left: readonly Candidate[] = all
    .filter((placements) => verifyPlacements(round, placements).length === 0)
    .map((placements) => ({ placements, values: measureTiers(round, placements).map(entries) }));
  if (left.length === 0) return null;
  return round.policy.tiers.map((tier, t) => {
    const sign = tierSense(round, tier) === "minimise" ? 1 : -1;
    const before = left;
    const best: number[] = [];
    for (let e = 0; e < (left[0]?.values[t]?.length ?? 0); e++) {
      const value = sign * Math.min(...left.map(({ values }) => sign * (values[t]?.[e] ?? 0)));
      left = left.filter(({ values }) => values[t]?.[e] === value);
      best.push(value);
    }
    left = before.filter(({ values }) =>
      best.every((value, e) => {
        const { allowance } = tier;
        const spend =
          "absolute" in allowance ? allowance.absolute : Math.floor(Math.round(allowance.relative * Math.abs(value) * 1e9) / 1e9);
        return sign * (values[t]?.[e] ?? 0) <= sign * value + spend;
      }),
    );
    return best;
  });
}
