import type { LinearModel } from "../model/linear-model.ts";
import { beats, close, hasWholeObjective, roundBound } from "./check-bound.ts";
import { objectiveOf, pointViolations, roundPoint } from "./check-point.ts";
import type { FailureCode, SolveResult } from "./solver.ts";

const STATUSES: Record<SolveResult["status"], true> = {
  optimal: true,
  feasible: true,
  "no-solution-found": true,
  infeasible: true,
  unbounded: true,
  failed: true,
};

/**
 * The claim with its point rounded and checked, its objective recomputed and its bound rounded; `failed` where it contradicts the
 * model or itself. `infeasible` and `unbounded` name no point: they pass, and need an examination of their own.
 */
export function checkClaim(model: LinearModel, claim: SolveResult): SolveResult {
  if (!isWellFormed(claim)) return { status: "failed", code: "malformed-answer", message: "no status or no steps", steps: 0 };
  const { steps } = claim;
  const failed = (code: FailureCode, message: string): SolveResult => ({ status: "failed", code, message, steps });
  if (claim.status === "infeasible" || claim.status === "unbounded" || claim.status === "failed") return claim;
  if (claim.bound !== null && !Number.isFinite(claim.bound)) return failed("malformed-answer", `bound ${claim.bound}`);
  if (claim.status === "optimal" && claim.bound === null) return failed("malformed-answer", "optimal without a bound");
  const bound = claim.bound === null ? null : roundBound(model, claim.bound);
  if (claim.status === "no-solution-found") return { ...claim, bound };

  const broken = brokenBy(model, claim.point);
  if (broken !== null) return failed("wrong-point", broken);
  const point = roundPoint(model, claim.point);
  const objective = objectiveOf(model, point);
  if (!close(claim.objective, objective)) return failed("wrong-objective", `claimed ${claim.objective}, is ${objective}`);
  if (bound !== null && beats(model, objective, bound)) return failed("wrong-bound", `objective ${objective}, bound ${bound}`);
  if (claim.status === "feasible") return { ...claim, point, objective, bound };
  if (bound === null || beats(model, bound, objective)) return failed("wrong-optimal", `objective ${objective}, bound ${bound}`);
  // Duals need no check here: whoever uses them works out anew what they prove.
  return { ...claim, point, objective, bound: hasWholeObjective(model) ? bound : objective };
}

function isWellFormed(claim: unknown): boolean {
  if (typeof claim !== "object" || claim === null || !("status" in claim) || !("steps" in claim)) return false;
  const { status, steps } = claim;
  return typeof status === "string" && Object.hasOwn(STATUSES, status) && Number.isSafeInteger(steps) && Number(steps) >= 0;
}

/** What the point breaks before or after rounding, in words. */
function brokenBy(model: LinearModel, point: Float64Array): string | null {
  if (!(point instanceof Float64Array)) return "not an array of numbers";
  const unrounded = pointViolations(model, point).find(({ kind }) => kind !== "row" && kind !== "column-bound");
  const violation = unrounded ?? pointViolations(model, roundPoint(model, point))[0];
  return violation === undefined ? null : `${violation.kind} ${violation.index} is off by ${violation.amount}`;
}
