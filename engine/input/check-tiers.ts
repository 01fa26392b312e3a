import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { ObjectiveId, Policy, Wishes } from "../domain/policy.ts";
import { isOn, KEY_OF_OBJECTIVE } from "./objective-key.ts";
import type { TierJson } from "./policy-schema.ts";

/** A round's own order of objectives: each once, `placed` alone and unspent, lists of values unmerged, nothing switched off. */
export function* checkTiers(tiers: readonly TierJson[], policy: Policy): Generator<InputIssue> {
  const seen = new Set<string>();
  for (const [index, tier] of tiers.entries()) {
    const path = `/policy/tiers/${index}`;
    for (const [position, objective] of tier.objectives.entries()) {
      const place = `${path}/objectives/${position}`;
      if (seen.has(objective)) yield inputIssue("tier-objective-duplicate", place, { objective });
      seen.add(objective);
      const alone = tier.objectives.length === 1 && index === tiers.length - 1;
      if (objective === "lottery" && !(alone && !givesUp(tier))) yield inputIssue("tier-lottery-not-last", place);
      yield* usable(objective, tier, policy, place);
    }
    if (tier.weights !== undefined && tier.weights.length !== tier.objectives.length) {
      const counts = { weights: tier.weights.length, objectives: tier.objectives.length };
      yield inputIssue("tier-weights", `${path}/weights`, counts);
    }
  }
  if (!seen.has("placed")) yield inputIssue("tier-placed-missing", "/policy/tiers");
}

function* usable(objective: ObjectiveId, tier: TierJson, policy: Policy, path: string): Generator<InputIssue> {
  const merged = tier.objectives.length > 1;
  if (!isOn(policy)(objective)) {
    yield inputIssue("tier-switched-off", path, { objective, key: String(KEY_OF_OBJECTIVE[objective]) });
  }
  if (merged && isList(objective, policy.wishes)) yield inputIssue("tier-list-merged", path, { objective });
  if (objective === "placed" && (merged || givesUp(tier))) yield inputIssue("tier-placed-missing", path);
}

/** Objectives whose value is a list, solved as sub-tiers in its order. */
function isList(objective: ObjectiveId, wishes: Wishes): boolean {
  return objective === "delay" || (objective === "wishes" && wishes !== "sum");
}

function givesUp({ allowance }: TierJson): boolean {
  if (allowance === undefined) return false;
  return "absolute" in allowance ? allowance.absolute > 0 : allowance.relative > 0;
}
