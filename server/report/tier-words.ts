import type { ObjectiveId, Policy, Wishes } from "../../engine/domain/policy.ts";
import type { TierFigure } from "../../engine/domain/result.ts";

/** What a tier asks for, in a planner's words. */
const TIER_WORDS: Readonly<Record<ObjectiveId, string>> = {
  changes: "fewest changes to published placements",
  "deferral-cap": "fewest people deferred beyond the caps",
  "reserve-priority": "most people from the reserve list or deferred before",
  placed: "most people placed",
  "regional-balance": "fewest people outside the Regions' bands",
  "worst-promotion": "fewest people outside the bands of the worst promotion",
  representativeness: "fewest people outside the promotions' bands in all",
  "low-skilled": "fewest low-skilled people missing to the minimum share",
  "cross-region": "most promotions with someone serving in another Region",
  delay: "least delay in days: largest, then total",
  wishes: "choices met",
  lottery: "seeded lottery among what is still tied",
  "cross-language": "most people serving in another language area",
};

const WISHES_WORDS: Readonly<Record<Wishes, string>> = {
  generous: "fewest people with their lowest choice, then the next",
  greedy: "most people with their first choice, then the next",
  sum: "lowest sum of ranks",
};

/** What a tier asks for under a policy. */
export function tierWords(objectives: readonly ObjectiveId[], policy: Policy): string {
  return objectives.map((id) => (id === "wishes" ? WISHES_WORDS[policy.wishes] : TIER_WORDS[id])).join(" + ");
}

/** A tier's figure; the entries of a list are separated by commas. */
export function figure(value: TierFigure | readonly (number | null)[] | null, digits = 0): string {
  const one = (entry: number | null) => (entry === null ? "-" : entry.toFixed(digits));
  return typeof value === "number" || value === null ? one(value) : value.map(one).join(", ");
}
