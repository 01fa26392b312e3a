import { GUARANTEE_IDS } from "../domain/guarantee.ts";
import type { Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { FigureViolation, Violation } from "../domain/violation.ts";
import { caseOf, discrepancies } from "./discrepancies.ts";
import { below, compare } from "./figures/compare.ts";
import { type Guarantees, guaranteesOf } from "./verify-guarantees.ts";

/** What the verifier says of a result: what is wrong with it, and every guarantee as measured. */
export interface Examination extends Guarantees {
  readonly violations: readonly Violation[];
}

/** A result that does not say it was verified may leave guarantees unmeasured; whatever it claims must be so. */
function checkClaims({ certificate }: Result, found: Guarantees, violations: readonly Violation[]): FigureViolation[] {
  const path = "/certificate";
  const claimed = GUARANTEE_IDS.filter((id) => certificate.verified || certificate.guarantees[id] !== "not-measured");
  return [
    ...claimed.flatMap((id) => [
      ...compare(below(below(path, "guarantees"), id), certificate.guarantees[id], found.guarantees[id]),
      ...compare(below(below(path, "measured"), id), certificate.measured[id], found.measured[id]),
    ]),
    ...(certificate.verified ? compare(below(path, "verified"), true, violations.length === 0) : []),
  ];
}

/**
 * Examines a result against its round: the placements against every rule, every outcome and its reason, every figure recomputed,
 * bounds and locks consistent, the guarantees, the certificate's claims. Not recomputable, hence not checked: versions, limits, the hash of
 * the round as it was given (compared with the parsed round's), values found on the way. The seed is the certificate's (a run may be given
 * its own): the draw is recomputed with it.
 */
export function examineResult(round: Round, result: Result): Examination {
  const casefile = caseOf(round, result);
  const violations = discrepancies(casefile, result);
  const found = guaranteesOf(casefile, result, violations);
  return { ...found, violations: [...violations, ...checkClaims(result, found, violations)] };
}

/** What is wrong with a result, by `examineResult`; empty when all of it holds. */
export function verifyResult(round: Round, result: Result): readonly Violation[] {
  return examineResult(round, result).violations;
}
