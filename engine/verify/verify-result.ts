import type { Certificate, GuaranteeId, Result } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { FigureViolation, Violation } from "../domain/violation.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { discrepancies } from "./discrepancies.ts";
import { compare } from "./figures/compare.ts";
import { guaranteesLeft } from "./verify-guarantees.ts";

/** A result that does not say it was verified may leave guarantees unmeasured; whatever it claims must be so. */
function checkClaims(claimed: Certificate, violations: readonly Violation[], round: Round): FigureViolation[] {
  const guarantees = guaranteesLeft(profileOf(round), violations);
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
 * limits, the hash of the round as it was given (compared with the parsed round's), values found on the way.
 */
export function verifyResult(round: Round, result: Result): Violation[] {
  const violations = discrepancies(round, result);
  return [...violations, ...checkClaims(result.certificate, violations, round)];
}
