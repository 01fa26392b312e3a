import { type Finding, GUARANTEE_IDS, type GuaranteeId } from "../domain/guarantee.ts";
import type { Certificate, Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { Violation } from "../domain/violation.ts";
import type { Casefile } from "./casefile.ts";
import { caseOf, discrepancies } from "./discrepancies.ts";
import { GUARANTEES } from "./guarantees/catalogue.ts";
import { measureCase } from "./measure-tiers.ts";

/** What a certificate says of the guarantees. */
export type Guarantees = Pick<Certificate, "guarantees" | "measured">;

/** Every guarantee, measured on a result whose placements were looked up and whose discrepancies are known. */
export function guaranteesOf(casefile: Casefile, result: Result, violations: readonly Violation[]): Guarantees {
  const examined = { casefile, result, violations, values: measureCase(casefile) };
  const findings = GUARANTEE_IDS.map((id) => [id, GUARANTEES[id](examined)] as const);
  const pick = <Value>(part: (finding: Finding) => Value): Record<GuaranteeId, Value> =>
    // The keys are the closed list of ids.
    Object.fromEntries(findings.map(([id, finding]) => [id, part(finding)])) as Record<GuaranteeId, Value>;
  return { guarantees: pick(({ standing }) => standing), measured: pick(({ measured }) => measured) };
}

/** The guarantees of a result, measured anew (docs/guarantees.md). */
export function verifyGuarantees(round: Round, result: Result): Guarantees["guarantees"] {
  const casefile = caseOf(round, result);
  return guaranteesOf(casefile, result, discrepancies(casefile, result)).guarantees;
}
