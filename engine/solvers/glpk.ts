import loadRuntime, { type GLPK } from "glpk.js/node";
import type { LinearModel } from "../model/linear-model.ts";
import { glpkProblem } from "./glpk-problem.ts";
import type { SolveRequest, SolveResult, Solver } from "./solver.ts";
import { withoutColumns } from "./without-columns.ts";

/**
 * GLPK (npm `glpk.js`, WebAssembly, GPL-3.0). It takes no start, counts no steps (`maxSteps` does nothing), reports no progress and
 * cannot be interrupted, and gives no bound at its time limit. Rejects if the WebAssembly module cannot be loaded.
 */
export async function loadGlpk(): Promise<Solver> {
  let runtime: GLPK | null = await loadRuntime();
  return {
    name: "glpk",
    version: runtime.version,
    async solve(model, request) {
      if (model.numCols === 0) return withoutColumns(model);
      try {
        runtime ??= await loadRuntime();
        return model.integrality.includes(1) ? solveWhole(runtime, model, request) : solveContinuous(runtime, model, request);
      } catch (error) {
        // An abort leaves the instance unusable.
        runtime = null;
        const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 200) : typeof error;
        return failed(reason);
      }
    },
  };
}

/** A linear program: its status says what happened, if GLPK's presolve, which hides it, is off. */
function solveContinuous(runtime: GLPK, model: LinearModel, request: SolveRequest): SolveResult {
  const { status, point, objective } = ask(runtime, model, request, false);
  switch (status) {
    case runtime.GLP_OPT:
      return { status: "optimal", point, objective, bound: objective, steps: 0 };
    case runtime.GLP_NOFEAS:
      return { status: "infeasible", steps: 0 };
    case runtime.GLP_UNBND:
      return { status: "unbounded", steps: 0 };
    default:
      return stopped(request, status === runtime.GLP_FEAS ? { point, objective } : null, `status ${status}`);
  }
}

/**
 * An integer program. glpk.js drops GLPK's return code, so that "undefined" may mean infeasible, unbounded or out of time: the
 * time taken and the linear relaxation tell which.
 */
function solveWhole(runtime: GLPK, model: LinearModel, request: SolveRequest): SolveResult {
  const { status, point, objective, seconds } = ask(runtime, model, request, true);
  if (status === runtime.GLP_OPT) return { status: "optimal", point, objective, bound: objective, steps: 0 };
  if (status === runtime.GLP_NOFEAS) return { status: "infeasible", steps: 0 };
  if (status === runtime.GLP_FEAS) return stopped(request, { point, objective }, "stopped early");
  // GLPK stops up to some milliseconds early by this clock; to call a late answer a limit is honest, the reverse is not.
  if (request.maxSeconds !== undefined && seconds >= 0.9 * request.maxSeconds) return stopped(request, null, "");
  const relaxed = solveContinuous(runtime, { ...model, integrality: new Int32Array(model.numCols) }, request);
  return relaxed.status === "optimal" ? { status: "infeasible", steps: 0 } : withoutPoint(relaxed);
}

interface Answer {
  readonly status: number;
  readonly point: Float64Array;
  readonly objective: number;
  readonly seconds: number;
}

function ask(runtime: GLPK, model: LinearModel, { maxSeconds }: SolveRequest, presol: boolean): Answer {
  const options = { presol, msglev: runtime.GLP_MSG_OFF, mipgap: 0, ...(maxSeconds === undefined ? {} : { tmlim: maxSeconds }) };
  const { result, time } = runtime.solve(glpkProblem(runtime, model), options);
  const point = Float64Array.from({ length: model.numCols }, (_, j) => result.vars[`x${j}`] ?? Number.NaN);
  return { status: result.status, point, objective: result.z + model.offset, seconds: time };
}

/** The only limit GLPK knows is time: stopping early without one is a failure. */
function stopped({ maxSeconds }: SolveRequest, found: Pick<Answer, "point" | "objective"> | null, reason: string): SolveResult {
  if (maxSeconds === undefined) return failed(reason);
  const limit = "time";
  if (found === null) return { status: "no-solution-found", bound: null, limit, steps: 0 };
  return { status: "feasible", ...found, bound: null, limit, steps: 0 };
}

function withoutPoint(relaxed: SolveResult): SolveResult {
  return relaxed.status === "feasible" ? { status: "no-solution-found", bound: null, limit: relaxed.limit, steps: 0 } : relaxed;
}

function failed(reason: string): SolveResult {
  return { status: "failed", code: "back-end-failed", message: `glpk: ${reason}`, steps: 0 };
}
