import type { Result } from "../../domain/result.ts";
import type { TierJson } from "../../input/policy-schema.ts";
import type { RoundJson } from "../../input/round-schema.ts";
import { hasPlace } from "../candidate-next.ts";
import { applyPatches, type Scenario } from "../scenario/apply-patches.ts";

/**
 * The round that repairs a result after something has changed: every placement of the result stands under `published`, the patches are applied,
 * and the fewest changes to what was published come first (`changes`, as the profile has it unless the round's own tiers leave it out). What is
 * wrong with the patches comes back with pointers into them. Never throws.
 */
export function repairRound(given: RoundJson, { outcomes }: Pick<Result, "outcomes">, patches: unknown, id: string): Scenario {
  const published = outcomes.flatMap((outcome) => {
    if (!hasPlace(outcome)) return [];
    const { candidate, promotion, missions } = outcome;
    return [{ candidate, promotion, missions: [...missions] }];
  });
  const tiers = given.policy?.tiers;
  const changesFirst: TierJson[] | undefined = tiers?.some(({ objectives }) => objectives.includes("changes"))
    ? tiers
    : tiers && [{ objectives: ["changes"] }, ...tiers];
  const policy = changesFirst === undefined ? {} : { policy: { ...given.policy, tiers: changesFirst } };
  return applyPatches({ ...given, ...policy, published }, patches, id);
}
