import type { GuaranteeId, Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { FigureViolation, Violation } from "../domain/violation.ts";
import type { Casefile } from "./casefile.ts";
import { caseOf, discrepancies } from "./discrepancies.ts";
import { compare } from "./figures/compare.ts";
import { guaranteesLeft } from "./verify-guarantees.ts";

/** A result that does not say it was verified may leave guarantees unmeasured; whatever it claims must be so. */
function checkClaims(result: Result, violations: readonly Violation[], casefile: Casefile): FigureViolation[] {
  const claimed = result.certificate;
  const guarantees = guaranteesLeft(casefile, result, violations);
  const open = Object.entries(claimed.guarantees).filter(([, claim]) => !claimed.verified && claim === "not-measured");
  const said = { ...guarantees, ...Object.fromEntries(open) } satisfies Record<GuaranteeId, string>;
  return [
    ...compare("/certificate/guarantees", claimed.guarantees, said),
    ...(claimed.verified ? compare("/certificate/verified", true, violations.length === 0) : []),
  ];
}

/**
 * Verifies a result against its round: the placements against every rule, every outcome and its reason, every figure recomputed,
 * bounds and locks consistent, the certificate's claims. Empty when all of it holds. Not recomputable, hence not checked: versions,
 * limits, the hash of the round as it was given (compared with the parsed round's), values found on the way. The seed is the
 * certificate's (a run may be given its own): the draw is recomputed with it.
 */
export function verifyResult(round: Round, result: Result): Violation[] {
  const casefile = caseOf(round, result);
  const violations = discrepancies(casefile, result);
  return [...violations, ...checkClaims(result, violations, casefile)];
}
