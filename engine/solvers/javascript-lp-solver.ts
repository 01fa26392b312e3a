import library, { type SolveResult as Answer } from "javascript-lp-solver";
import type { LinearModel } from "../model/linear-model.ts";
import { pointFrom, shiftedColumns, shiftedProblem } from "./javascript-lp-problem.ts";
import type { FailureCode, SolveRequest, SolveResult, Solver } from "./solver.ts";
import { withoutColumns } from "./without-columns.ts";

/** The package does not tell; a test compares this with the one installed. */
const VERSION = "1.0.3";

/**
 * javascript-lp-solver (npm, plain JavaScript). It takes no start, counts no steps (`maxSteps` does nothing), reports no progress,
 * cannot be interrupted, and gives no bound at its time limit, which it checks between nodes only. It does not say whether it ran
 * out of time either: `now`, a clock in milliseconds, tells. It branches wrongly on free whole columns, so that models with one are
 * refused.
 */
export function javascriptLpSolver(now: () => number): Solver {
  return {
    name: "javascript-lp-solver",
    version: VERSION,
    async solve(model, request) {
      if (model.numCols === 0) return withoutColumns(model);
      if (hasFreeWholeColumn(model)) return failed("back-end-failed", "cannot branch on free whole columns");
      try {
        return ask(model, request, now);
      } catch (error) {
        const reason = error instanceof Error ? error.message.slice(0, 200) : typeof error;
        return failed("back-end-failed", reason);
      }
    },
  };
}

function ask(model: LinearModel, { maxSeconds }: SolveRequest, now: () => number): SolveResult {
  // A timeout of 0 would mean none.
  const timeout = maxSeconds === undefined ? undefined : Math.max(1, 1000 * maxSeconds);
  const columns = shiftedColumns(model);
  const began = now();
  // Its presolve drops the prices of the columns it fixes.
  const options = { presolve: false, ...(timeout === undefined ? {} : { timeout }) };
  const answer: unknown = library.Solve({ ...shiftedProblem(model, columns), options });
  // Its own clock counts whole milliseconds, and so may be one ahead.
  const late = timeout !== undefined && now() - began > timeout - 1;
  if (!isAnswer(answer)) return failed("malformed-answer", "no answer");
  const whole = !model.integrality.includes(1) || answer.isIntegral === true;
  if (!answer.feasible || !whole) {
    return late ? { status: "no-solution-found", bound: null, limit: "time", steps: 0 } : { status: "infeasible", steps: 0 };
  }
  if (answer.bounded === false) return { status: "unbounded", steps: 0 };
  const { point, constant } = pointFrom(model, columns, answer);
  const objective = answer.result + constant;
  if (late) return { status: "feasible", point, objective, bound: null, limit: "time", steps: 0 };
  return { status: "optimal", point, objective, bound: objective, steps: 0 };
}

function hasFreeWholeColumn(model: LinearModel): boolean {
  return model.integrality.some((whole, j) => whole === 1 && model.colLower[j] === -Infinity && model.colUpper[j] === Infinity);
}

function failed(code: FailureCode, reason: string): SolveResult {
  return { status: "failed", code, message: `javascript-lp-solver: ${reason}`, steps: 0 };
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === "object" && answer !== null && "feasible" in answer && "result" in answer;
}
