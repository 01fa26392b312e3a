import type { Policy, RuleId } from "../domain/policy.ts";
import type { Candidate, Promotion } from "../domain/round.ts";
import type { RuleViolation } from "../domain/violation.ts";
import type { Assignment, Casefile } from "./casefile.ts";

/** Every way in which the placements of a case break one rule. */
export type Check = (casefile: Casefile) => readonly RuleViolation[];

/** A rule that can be judged on one candidate, choice and promotion, whoever else is placed. */
export interface AssignmentRule {
  readonly holds: (assignment: Assignment, promotion: Promotion, policy: Policy) => boolean;
  /** What is wrong where it does not hold, in one clause. */
  readonly breach: string;
}

/** A rule that can be judged on the candidate alone. */
export interface PersonRule {
  readonly holds: (candidate: Candidate) => boolean;
  readonly breach: string;
}

/** One violation of a rule. */
export function breaks(rule: RuleId, subjects: RuleViolation["subjects"], detail: string): RuleViolation {
  return { kind: "rule", rule, subjects, detail };
}

/** Judges every placement by itself. */
export function everyPlacement(id: RuleId, rule: AssignmentRule): Check {
  return ({ services, round }) =>
    services
      .filter((service) => !rule.holds(service, service.promotion, round.policy))
      .map(({ candidate, promotion, missions }) =>
        breaks(
          id,
          { candidate: candidate.id, promotion: promotion.id, missions: missions.map((mission) => mission.id).join(" + ") },
          rule.breach,
        ),
      );
}

/** Judges every person placed. */
export function everyPerson(id: RuleId, rule: PersonRule): Check {
  return everyPlacement(id, { holds: ({ candidate }) => rule.holds(candidate), breach: rule.breach });
}
