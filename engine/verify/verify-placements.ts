import type { RuleId } from "../domain/policy.ts";
import type { Placement, Round } from "../domain/round.ts";
import type { RuleViolation } from "../domain/violation.ts";
import { type Casefile, openCasefile } from "./casefile.ts";
import { type Check, everyPerson, everyPlacement } from "./check.ts";
import { ASSIGNMENT_RULES } from "./fits.ts";
import { crossRegion } from "./rules/cross-region.ts";
import { missionCapacity } from "./rules/mission-capacity.ts";
import { noIdleSeat } from "./rules/no-idle-seat.ts";
import { once } from "./rules/once.ts";
import { onePlace } from "./rules/one-place.ts";
import { pins } from "./rules/pins.ts";
import { promotionSize } from "./rules/promotion-size.ts";
import { record } from "./rules/record.ts";
import { regionalBalance } from "./rules/regional-balance.ts";
import { representativeness } from "./rules/representativeness.ts";
import { threeChoices } from "./rules/three-choices.ts";

const CHECKS: Readonly<Record<RuleId, Check>> = {
  age: everyPlacement("age", ASSIGNMENT_RULES.age),
  approval: everyPlacement("approval", ASSIGNMENT_RULES.approval),
  "cross-region": crossRegion,
  languages: everyPlacement("languages", ASSIGNMENT_RULES.languages),
  "mission-capacity": missionCapacity,
  needs: everyPlacement("needs", ASSIGNMENT_RULES.needs),
  "not-before": everyPlacement("not-before", ASSIGNMENT_RULES["not-before"]),
  "no-idle-seat": noIdleSeat,
  once: everyPerson("once", once),
  "one-place": onePlace,
  "own-initiative": everyPlacement("own-initiative", ASSIGNMENT_RULES["own-initiative"]),
  pins,
  "promotion-size": promotionSize,
  "promotion-zone": everyPlacement("promotion-zone", ASSIGNMENT_RULES["promotion-zone"]),
  record: everyPerson("record", record),
  "regional-balance": regionalBalance,
  representativeness,
  "three-choices": threeChoices,
  "working-time": everyPlacement("working-time", ASSIGNMENT_RULES["working-time"]),
};

/** Checks the placements of a case against every rule of the round's profile. */
export function checkRules(casefile: Casefile): RuleViolation[] {
  return [...casefile.unknown, ...casefile.profile.rules.flatMap((rule) => CHECKS[rule](casefile))];
}

/**
 * Checks any list of placements, whoever made it, against every rule of the round's profile: empty when it is lawful. Written
 * from the text of the law alone; it knows nothing of the integer program.
 */
export function verifyPlacements(round: Round, placements: readonly Placement[]): RuleViolation[] {
  return checkRules(openCasefile(round, placements));
}
