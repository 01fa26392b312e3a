import type { BlockCode } from "../domain/reason.ts";
import type { Candidate, Choice, Promotion } from "../domain/round.ts";
import { type Assignment, type Casefile, lookUpMissions } from "./casefile.ts";
import type { AssignmentRule } from "./check.ts";
import { age } from "./rules/age.ts";
import { approval } from "./rules/approval.ts";
import { languages } from "./rules/languages.ts";
import { needs } from "./rules/needs.ts";
import { notBefore } from "./rules/not-before.ts";
import { ownInitiative } from "./rules/own-initiative.ts";
import { promotionZone } from "./rules/promotion-zone.ts";
import { workingTime } from "./rules/working-time.ts";

/** What a placement needs apart from places, sizes and pins; the rules that settle most come first. */
export const ASSIGNMENT_RULES: Readonly<Record<BlockCode, AssignmentRule>> = {
  "not-before": notBefore,
  "promotion-zone": promotionZone,
  approval,
  languages,
  needs,
  "own-initiative": ownInitiative,
  "working-time": workingTime,
  age,
};

/** The rules a profile lists, among those that judge one assignment. */
export function assignmentRules({ profile }: Pick<Casefile, "profile">): [BlockCode, AssignmentRule][] {
  const listed = new Set<string>(profile.rules);
  const codes = Object.keys(ASSIGNMENT_RULES) as BlockCode[];
  return codes.filter((code) => listed.has(code)).map((code) => [code, ASSIGNMENT_RULES[code]]);
}

/** A choice of a candidate, ready to be tried in promotions. */
export type Wish = Assignment & { readonly choice: Choice };

/** The choices of a candidate, best first. */
export function wishesOf(candidate: Candidate, casefile: Casefile): Wish[] {
  return candidate.choices.flatMap((choice) => {
    const where = lookUpMissions(choice.missions, casefile);
    return where === null ? [] : { candidate, choice, ...where, travelHours: choice.travelHours };
  });
}

/** Whether a choice has, in a promotion, everything a placement needs apart from places, sizes and pins. */
export function fits(wish: Wish, promotion: Promotion, rules: [BlockCode, AssignmentRule][], casefile: Casefile): boolean {
  return rules.every(([, rule]) => rule.holds(wish, promotion, casefile.round.policy));
}

/** Every rule that stands in the way of a choice in some promotion of the round, in alphabetical order. */
export function blocksOf(wish: Wish, rules: [BlockCode, AssignmentRule][], { round }: Casefile): BlockCode[] {
  const blocking = rules.filter(([, rule]) => round.promotions.some((promotion) => !rule.holds(wish, promotion, round.policy)));
  return blocking.map(([code]) => code).sort();
}
