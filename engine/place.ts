import { type Conflict, findConflict } from "./conflict/find-conflict.ts";
import { findRelaxations } from "./conflict/find-relaxations.ts";
import type { RelaxationSet } from "./conflict/relaxation.ts";
import { assembleResult } from "./decode/assemble-result.ts";
import type { InputIssue } from "./domain/input-issue.ts";
import type { Result } from "./domain/result.ts";
import type { Round } from "./domain/round.ts";
import type { Violation } from "./domain/violation.ts";
import { explainWaiting } from "./explain/explain-waiting.ts";
import { withdrawClaims } from "./explain/withdraw-claims.ts";
import { buildInstance } from "./formulate/build-instance.ts";
import { pinIssues } from "./formulate/pin-issues.ts";
import { secondsOfReasons } from "./search/budget.ts";
import type { EarlierAnswer } from "./search/earlier-answer.ts";
import { settleExchanges } from "./search/exchange/settle-exchanges.ts";
import type { RunPorts } from "./search/run.ts";
import { solveTiers } from "./search/solve-tiers.ts";
import type { SolveLimit } from "./solvers/solver.ts";
import { examineResult } from "./verify/verify-result.ts";

/** The answer to a round; each kind is a different answer, and none is an exception. */
export type PlaceOutcome =
  | { readonly status: "solved"; readonly result: Result }
  /** Pins that break a rule for their candidate alone. */
  | { readonly status: "bad-input"; readonly issues: readonly InputIssue[] }
  /** No lawful placement exists; the rules and subjects that cannot hold together, and the smallest changes that would make it possible. */
  | { readonly status: "infeasible"; readonly conflict: Conflict; readonly relaxations: readonly RelaxationSet[] }
  | { readonly status: "nothing-found"; readonly limit: SolveLimit }
  /** An internal failure: a back end broke, or the verifier rejected the answer. Never handed out as a result. */
  | { readonly status: "failed"; readonly message: string; readonly violations: readonly Violation[] };

/**
 * Places a round: who serves where and when, who waits and why, how good that is and how that is known.
 *
 * The round becomes an instance (arcs that no rule forbids), the instance an integer program per tier, the last point a placement
 * again, with the reason of everybody who waits; the verifier, which shares no code with the model, has the last word. `warnings` are
 * the parser's, repeated in the result; `earlier` is an answer to a similar round to start from.
 */
export async function place(
  round: Round,
  warnings: readonly InputIssue[],
  ports: RunPorts,
  earlier?: EarlierAnswer,
): Promise<PlaceOutcome> {
  const outcome = await answerOf(round, warnings, ports, earlier);
  if (outcome.status !== "solved") return outcome;
  ports.onPhase?.("verification");
  return examined(round, outcome.result);
}

/** The answer before it is verified. A function of its own, so that nothing holds the instance while the verifier needs the room. */
async function answerOf(
  round: Round,
  warnings: readonly InputIssue[],
  ports: RunPorts,
  earlier: EarlierAnswer | undefined,
): Promise<PlaceOutcome> {
  const began = ports.now();
  const instance = buildInstance(round);
  const issues = pinIssues(instance);
  if (issues.length > 0) return { status: "bad-input", issues };

  const solved = await solveTiers(instance, ports, { earlier, began });
  if (solved.status === "infeasible") {
    const conflict = await findConflict(instance, ports);
    return { status: "infeasible", conflict, relaxations: await findRelaxations(instance, ports) };
  }
  if (solved.status === "failed") return { ...solved, violations: [] };
  if (solved.status === "nothing-found") return solved;

  const settled = settleExchanges(instance, solved);
  const seconds = secondsOfReasons(round.limits, round.candidates.length, ports.now() - began);
  ports.onPhase?.("reasons");
  const explained = await explainWaiting(instance, settled, ports, earlier?.effort ?? "full", seconds);
  return { status: "solved", result: assembleResult(instance, explained, ports.solver, warnings) };
}

/** The result with the verifier's word; a claim of a reason that it refutes is withdrawn, anything else refuted is an internal failure. */
function examined(round: Round, result: Result, mayWithdraw = true): PlaceOutcome {
  const { violations, ...guarantees } = examineResult(round, result);
  if (violations.length === 0) {
    return { status: "solved", result: { ...result, certificate: { ...result.certificate, verified: true, ...guarantees } } };
  }
  const weaker = mayWithdraw ? withdrawClaims(result, violations) : null;
  if (weaker !== null) return examined(round, weaker, false);
  return { status: "failed", message: "the verifier rejected the answer", violations };
}
