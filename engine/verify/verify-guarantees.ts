import type { RuleId } from "../domain/policy.ts";
import type { Certificate, GuaranteeId, Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { Violation } from "../domain/violation.ts";
import type { Casefile } from "./casefile.ts";
import { caseOf, discrepancies } from "./discrepancies.ts";
import { compare } from "./figures/compare.ts";
import { measureCase } from "./measure-tiers.ts";
import { deferralCap } from "./objectives/deferral-cap.ts";

type Guarantees = Certificate["guarantees"];

/** The rules each guarantee is about. G2: nobody outside their choices, dates, zone, eligibility. G3: places and sizes at every date. */
const RULES_OF: Readonly<Record<Exclude<GuaranteeId, "G1" | "G11" | "G12">, readonly RuleId[]>> = {
  G2: ["age", "approval", "not-before", "once", "own-initiative", "promotion-zone", "record", "three-choices", "working-time"],
  G3: ["mission-capacity", "promotion-size"],
  G9: ["pins"],
};

/** Whether the tier `deferral-cap` counts exactly those deferred beyond a cap, or nobody is where no tier counts them. */
function countsBeyondCaps(casefile: Casefile, result: Result): boolean {
  const { policy } = casefile.round;
  if (policy.deferral === null) return true;
  const index = policy.tiers.findIndex(({ objectives }) => objectives.includes("deferral-cap"));
  if (index < 0) return deferralCap.value(casefile) === 0;
  return compare("", result.tiers[index]?.value, measureCase(casefile)[index]).length === 0;
}

/** What a list of violations leaves of each guarantee; one whose rules the profile does not list is not measured. */
export function guaranteesLeft(casefile: Casefile, result: Result, violations: readonly Violation[]): Guarantees {
  const broken = new Set(
    violations.filter(({ kind }) => kind === "rule").map((violation) => "rule" in violation && violation.rule),
  );
  const about = (rules: readonly RuleId[]): Guarantees[GuaranteeId] => {
    if (rules.some((rule) => broken.has(rule))) return "violated";
    return rules.some((rule) => casefile.profile.rules.includes(rule)) ? "holds" : "not-measured";
  };
  return {
    G1: broken.size > 0 ? "violated" : "holds",
    G2: about(RULES_OF.G2),
    G3: about(RULES_OF.G3),
    G9: about(RULES_OF.G9),
    G11: countsBeyondCaps(casefile, result) ? "holds" : "violated",
    G12: violations.some(({ kind }) => kind === "figure") ? "violated" : "holds",
  };
}

/** The guarantees of a result, measured anew: G1 every hard rule, G2, G3, G9 pins untouched, G11 the caps on deferrals are kept or counted, G12 every reported figure. */
export function verifyGuarantees(round: Round, result: Result): Guarantees {
  const casefile = caseOf(round, result);
  return guaranteesLeft(casefile, result, discrepancies(casefile, result));
}
