import { modelIssues } from "../model/check-model.ts";
import { elasticModel } from "../model/elastic-model.ts";
import type { LinearModel } from "../model/linear-model.ts";
import { recessionModel } from "../model/recession-model.ts";
import { beats } from "./check-bound.ts";
import { checkClaim } from "./check-claim.ts";
import { objectiveOf, pointViolations, roundPoint } from "./check-point.ts";
import type { FailureCode, SolveRequest, SolveResult, Solver } from "./solver.ts";
import { withoutColumns } from "./without-columns.ts";

/**
 * The solver, with nothing it says taken on trust:
 *
 * - malformed models and starts that are no solution are refused before it is asked;
 * - a point is rounded where the model wants whole numbers, then checked against every bound and row; its objective is recomputed;
 * - a bound is rounded to the whole number it proves, and refused where the point found or the start beats it;
 * - `optimal` needs that bound to equal the objective; an optimum short of it is refused, not called feasible, because a back end
 *   that stops without a limit has not done what it was asked;
 * - `infeasible` is asked again as the elastic model, whose every answer is a point that can be checked;
 * - `unbounded` needs a solution and a direction in which to go on for ever;
 * - at a limit the start is kept if nothing better was found.
 *
 * What remains on trust is that nothing is better than a bound: only a second solver can tell. `steps` are those of the question
 * itself; confirming an answer may take as much again, within the same limits.
 */
export function checked(solver: Solver): Solver {
  return {
    name: solver.name,
    version: solver.version,
    async solve(model, request) {
      const refused = refusal(model, request) ?? trivialAnswer(model);
      if (refused !== null) return refused;
      const claim = checkClaim(model, await ask(solver, model, request));
      const result = againstStart(model, request.start, claim);
      if (result.status === "infeasible") return confirmInfeasible(solver, model, request, result.steps);
      if (result.status === "unbounded") return confirmUnbounded(solver, model, request, result.steps);
      return result;
    },
  };
}

function failed(code: FailureCode, message: string, steps: number): SolveResult {
  return { status: "failed", code, message, steps };
}

function refusal(model: LinearModel, { start }: SolveRequest): SolveResult | null {
  const issues = modelIssues(model);
  if (issues.length > 0) return failed("malformed-model", issues.join("; "), 0);
  const violation = start === undefined ? undefined : pointViolations(model, start)[0];
  if (violation === undefined) return null;
  return failed("start-not-feasible", `${violation.kind} ${violation.index} is off by ${violation.amount}`, 0);
}

/** Models that back ends refuse or disagree about, although their answer can be read off. */
function trivialAnswer(model: LinearModel): SolveResult | null {
  const crossed = (lower: Float64Array, upper: Float64Array) => lower.some((bound, i) => bound > (upper[i] ?? Infinity));
  if (crossed(model.colLower, model.colUpper) || crossed(model.rowLower, model.rowUpper))
    return { status: "infeasible", steps: 0 };
  return model.numCols === 0 ? withoutColumns(model) : null;
}

async function ask(solver: Solver, model: LinearModel, request: SolveRequest): Promise<SolveResult> {
  try {
    return await solver.solve(model, request);
  } catch (error) {
    return failed("back-end-failed", `${solver.name} threw ${error instanceof Error ? error.name : typeof error}`, 0);
  }
}

/** The start is a solution that nobody claimed: no answer may contradict it, and none need be worse. */
function againstStart(model: LinearModel, given: Float64Array | undefined, result: SolveResult): SolveResult {
  if (given === undefined || result.status === "failed" || result.status === "unbounded") return result;
  const { steps } = result;
  if (result.status === "infeasible") return failed("wrong-infeasible", "the start is a solution", steps);
  const start = roundPoint(model, given);
  const value = objectiveOf(model, start);
  if (result.bound !== null && beats(model, value, result.bound)) {
    const code = result.status === "optimal" ? "wrong-optimal" : "wrong-bound";
    return failed(code, `the start has ${value}, the bound is ${result.bound}`, steps);
  }
  if (result.status === "optimal" || (result.status === "feasible" && !beats(model, value, result.objective))) return result;
  return { status: "feasible", point: start, objective: value, bound: result.bound, limit: result.limit, steps };
}

/** The linear relaxation of the elastic model is asked first: where it has a price, nothing more is needed, and it is easy. */
async function confirmInfeasible(solver: Solver, model: LinearModel, request: SolveRequest, steps: number): Promise<SolveResult> {
  const { start: _, ...limits } = withoutFigures(request);
  const elastic = elasticModel(model);
  const relaxed = { ...elastic, integrality: new Int32Array(elastic.numCols) };
  const first = checkClaim(relaxed, await ask(solver, relaxed, limits));
  const easy = verdictOn(model, relaxed, first, steps);
  if (easy.status === "infeasible" || !model.integrality.includes(1)) return easy;
  return verdictOn(model, elastic, checkClaim(elastic, await ask(solver, elastic, limits)), steps);
}

/** What a checked answer to the elastic model says about the model that was called infeasible. */
function verdictOn(model: LinearModel, elastic: LinearModel, answer: SolveResult, steps: number): SolveResult {
  if (answer.status === "infeasible" || answer.status === "unbounded") {
    return failed("wrong-infeasible", `the elastic model is called ${answer.status}, which it cannot be`, steps);
  }
  if (answer.status === "failed") return { ...answer, steps };
  if (answer.status !== "no-solution-found" && pointViolations(model, answer.point.slice(0, model.numCols)).length === 0) {
    return failed("wrong-infeasible", "the elastic model has a solution without slack", steps);
  }
  if (answer.bound !== null && beats(elastic, 0, answer.bound)) return { status: "infeasible", steps };
  if (answer.status === "optimal") return failed("wrong-infeasible", `the elastic model has optimum ${answer.objective}`, steps);
  return { status: "no-solution-found", bound: null, limit: answer.limit, steps };
}

async function confirmUnbounded(solver: Solver, model: LinearModel, request: SolveRequest, steps: number): Promise<SolveResult> {
  const limits = withoutFigures(request);
  if (model.colCost.every((cost) => cost === 0)) return failed("wrong-unbounded", "no column has a price", steps);
  if (request.start === undefined) {
    const unpriced = { ...model, colCost: new Float64Array(model.numCols), offset: 0 };
    const some = await checked(solver).solve(unpriced, limits);
    if (some.status !== "optimal" && some.status !== "feasible") return { ...some, steps };
  }
  const { start: _, ...fresh } = limits;
  const recession = recessionModel(model);
  const result = checkClaim(recession, await ask(solver, recession, fresh));
  if (result.status === "failed" || result.status === "no-solution-found") return { ...result, steps };
  if ((result.status === "optimal" || result.status === "feasible") && beats(recession, result.objective, 0))
    return { status: "unbounded", steps };
  return failed("wrong-unbounded", "there is no direction in which to go on for ever", steps);
}

/** The same limits for a question of another kind, whose incumbent and bound would mean nothing to the caller. */
function withoutFigures(request: SolveRequest): SolveRequest {
  const { onProgress } = request;
  if (onProgress === undefined) return request;
  return { ...request, onProgress: ({ steps }) => onProgress({ incumbent: null, bound: null, steps }) };
}
