import { isOfComposition } from "../../domain/composition.ts";
import type { ObjectiveId, RuleId } from "../../domain/policy.ts";
import type { GroundCode } from "../../domain/reason.ts";
import type { Round } from "../../domain/round.ts";
import { profileOf } from "../../profiles/catalogue.ts";

/** The ground that each objective's tier is, before the proof that Art. 23 §3 asks for; the draw is no ground. */
const GROUND_OF: Readonly<Record<ObjectiveId, GroundCode>> = {
  changes: "published",
  "cross-language": "cross-language",
  "cross-region": "cross-region",
  "deferral-cap": "deferral-cap",
  delay: "delay",
  lottery: "lottery",
  "low-skilled": "low-skilled",
  placed: "places",
  "regional-balance": "regional-balance",
  representativeness: "quota",
  "reserve-priority": "reserve-priority",
  wishes: "wishes",
  "worst-promotion": "quota",
};

/** The ground that a tier is: that of its first objective; composition is `quota` until Art. 23 §3 is proven. */
export function groundOfTier(objectives: readonly ObjectiveId[]): GroundCode {
  const [first] = objectives;
  return first === undefined ? "not-established" : GROUND_OF[first];
}

/** Whether a tier asks for nothing but the composition of promotions: only then can Art. 23 §3 be its ground. */
export function isOnlyComposition(objectives: readonly ObjectiveId[]): boolean {
  return objectives.every(isOfComposition);
}

/** The ground that hard rules in conflict are: want of places or seats where they take part, else a planner's pin, else the rules. */
export function groundOfRules(rules: readonly RuleId[]): GroundCode {
  if (rules.includes("no-idle-seat")) return "rule";
  if (rules.includes("mission-capacity")) return "places";
  if (rules.includes("promotion-size")) return "size";
  return rules.includes("pins") ? "pin" : "rule";
}

/** Where a ground's article stands: want of places, seats and other criteria "of good functioning" are Art. 13, never Art. 23 §3. */
const ARTICLE_FROM: Readonly<Partial<Record<GroundCode, ObjectiveId>>> = {
  places: "placed",
  size: "placed",
  quota: "placed",
  "deferral-cap": "deferral-cap",
  "reserve-priority": "reserve-priority",
  "regional-balance": "regional-balance",
  representativeness: "representativeness",
  "low-skilled": "low-skilled",
  "cross-region": "cross-region",
  delay: "delay",
  wishes: "wishes",
  "cross-language": "cross-language",
};

/** The article of a ground under the round's profile, as a part of a reason; empty where it is operational or a rule's own. */
export function articleOf(round: Round, code: GroundCode): { readonly article?: string } {
  const objective = ARTICLE_FROM[code];
  const article = objective === undefined ? "" : profileOf(round).citations[objective].article;
  return /^\d/.test(article) ? { article } : {};
}
