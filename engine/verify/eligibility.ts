import type { IneligibilityIssue } from "../domain/result.ts";
import type { Candidate } from "../domain/round.ts";
import type { Casefile } from "./casefile.ts";
import { age } from "./rules/age.ts";
import { once } from "./rules/once.ts";
import { record } from "./rules/record.ts";

/** Whether the age rule fails on the first day of every promotion; with no promotion it fails nowhere. */
function neverOfAge(candidate: Candidate, { round }: Casefile): boolean {
  const person = { candidate, missions: [], hosts: [], travelHours: 0 };
  const ofAge = round.promotions.some((promotion) => age.holds(person, promotion, round.policy));
  return round.promotions.length > 0 && !ofAge;
}

/** Art. 10 and 11: every reason why a candidate may not serve, by code; empty for whoever may. */
export function ineligibility(candidate: Candidate, casefile: Casefile): IneligibilityIssue[] {
  const fails = { age: neverOfAge(candidate, casefile), once: !once.holds(candidate), record: !record.holds(candidate) };
  const { rules, citations } = casefile.profile;
  return (["age", "once", "record"] as const)
    .filter((code) => rules.includes(code) && fails[code])
    .map((code) => ({ code, article: citations[code].article }));
}
