import type { PassedDate, Reason } from "../domain/reason.ts";
import type { Certificate, Outcome, Result } from "../domain/result.ts";
import type { Violation } from "../domain/violation.ts";

const CLAIM = /^\/outcomes\/(\d+)\/reason(?:\/passed\/(\d+))?\//;

/** What a violation says of one claim: whose reason, and which date passed over (`null`: the nearest). */
interface Refuted {
  readonly outcome: number;
  readonly passed: number | null;
}

/**
 * The result without the claims of reasons that the verifier refutes: they become `not-established`. `null` where anything else is refuted
 * too. A run that ended before its proof may claim that a date is passed over for others although its candidate could simply move there.
 */
export function withdrawClaims(result: Result, violations: readonly Violation[]): Result | null {
  const refuted = violations.map(refutedBy);
  if (refuted.some((one) => one === null)) return null;
  const of = (outcome: number) => refuted.flatMap((one) => (one?.outcome === outcome ? [one.passed] : []));
  const outcomes = result.outcomes.map((outcome, index) => withoutClaims(outcome, of(index)));
  return { ...result, outcomes, certificate: withoutProofs(result, new Set(refuted.map((one) => one?.outcome))) };
}

function refutedBy(violation: Violation): Refuted | null {
  const [, outcome, passed] = (violation.kind === "figure" && CLAIM.exec(violation.path)) || [];
  return outcome === undefined ? null : { outcome: Number(outcome), passed: passed === undefined ? null : Number(passed) };
}

function withoutClaims(outcome: Outcome, refuted: readonly (number | null)[]): Outcome {
  if (refuted.length === 0 || !("reason" in outcome) || outcome.reason === null) return outcome;
  return { ...outcome, reason: weaker(outcome.reason, refuted) } as Outcome;
}

/** The certificate without the proofs of reasons of the outcomes at some positions. */
function withoutProofs({ certificate, outcomes }: Result, refuted: ReadonlySet<number | undefined>): Certificate {
  const { reasons, ...rest } = certificate;
  const people = new Set(outcomes.flatMap(({ candidate }, index) => (refuted.has(index) ? [candidate] : [])));
  const left = (reasons ?? []).map((proof) => ({ ...proof, with: proof.with.filter(({ candidate }) => !people.has(candidate)) }));
  const proofs = left.filter((proof) => proof.with.length > 0);
  return proofs.length === 0 ? rest : { ...rest, reasons: proofs };
}

function weaker(reason: Reason, refuted: readonly (number | null)[]): Reason {
  if (reason.code === "no-fit") return reason;
  const passed = reason.passed?.map(
    (one, index): PassedDate => (refuted.includes(index) ? { date: one.date, code: "not-established" } : one),
  );
  const told: Reason = refuted.includes(null)
    ? { code: "not-established", ...(reason.nearest === undefined ? {} : { nearest: reason.nearest }) }
    : reason;
  return passed === undefined ? told : { ...told, passed };
}
