import type { Highs, HighsCallbackMap, Model, ModelStatusCode } from "highs";
import type { LinearModel } from "../model/linear-model.ts";
import type { SolveLimit, SolveRequest, SolveResult } from "./solver.ts";

export type Presolve = "choose" | "off";

/** What one run of HiGHS said, and the seconds it took by HiGHS' own clock. */
export interface HighsAnswer {
  readonly result: SolveResult;
  readonly seconds: number;
}

/** What the callbacks saw during a run. */
interface Watch {
  interruptedBy: SolveLimit | null;
  /** HiGHS found a point that breaks the model once presolve is undone: whatever it then concludes rests on that point. */
  untransformed: boolean;
}

const WITHOUT_SUB_MIPS = {
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_feasibility_jump: false,
};

const MOST_INT32 = 2 ** 31 - 1;

/** Non-zeros for each of which an interior-point iteration counts as one more step: it takes about as long as that many of the simplex method. */
const NONZEROS_PER_STEP = 1_000;

/** Steps that an interior-point iteration on a model counts for. */
const interiorSteps = ({ matrix }: LinearModel) => Math.ceil(Math.max(1, matrix.values.length) / NONZEROS_PER_STEP);

/** One run over a model of one or more columns. Throws what HiGHS throws; its memory is freed in any case. */
export function runHighs(runtime: Highs, model: LinearModel, request: SolveRequest, presolve: Presolve): HighsAnswer {
  const integral = model.integrality.includes(1);
  const { minimize, maximize } = runtime.constants.objectiveSense;
  const { integrality, rowOrigins, colOrigins, matrix, sense, ...arrays } = model;
  const native = runtime.createModel({
    ...arrays,
    sense: sense === "minimise" ? minimize : maximize,
    matrix: { ...matrix, numRows: model.numRows, numCols: model.numCols },
    ...(integral ? { integrality } : {}),
  });
  try {
    native.options.set({
      log_to_console: false,
      presolve,
      random_seed: 0,
      // Nothing is left open on purpose; HiGHS itself rounds the bound where every priced column is whole.
      mip_rel_gap: 0,
      // Restarts cost more than they gain here: without them half the steps on composition and cross-region (bench/LESSONS.md).
      mip_allow_restart: false,
      // Who hands over a start has mostly searched better than these would: without them half the steps to proof (bench/LESSONS.md).
      ...(request.start === undefined || request.improveStart === true ? {} : WITHOUT_SUB_MIPS),
      ...(request.maxSeconds === undefined ? {} : { time_limit: request.maxSeconds }),
      ...methodFor(model, request, integral),
    });
    if (integral && request.start !== undefined) native.setSolution({ colValue: request.start });
    const watch: Watch = { interruptedBy: null, untransformed: false };
    native.run(callbacks(runtime, model, request, watch));
    const isInterior = request.interior === true && !integral;
    return {
      result: translated(runtime, native, integral, watch, isInterior ? interiorSteps(model) : 0),
      seconds: native.getRunTime(),
    };
  } finally {
    native.dispose();
  }
}

/** How linear programs are solved, and the limit on the iterations of the one that is asked for. */
function methodFor(model: LinearModel, { interior = false, maxSteps = Infinity }: SolveRequest, integral: boolean) {
  if (integral) return interior ? { mip_lp_solver: "ipm" } : {};
  if (!interior) return maxSteps === Infinity ? {} : { simplex_iteration_limit: Math.min(maxSteps, MOST_INT32) };
  const most = Math.min(Math.floor(maxSteps / interiorSteps(model)), MOST_INT32);
  return { solver: "ipm", run_crossover: "off", ipm_iteration_limit: most };
}

function callbacks(runtime: Highs, model: LinearModel, request: SolveRequest, watch: Watch): HighsCallbackMap {
  const { logging, simplexInterrupt, ipmInterrupt, mipInterrupt } = runtime.constants.callbackType;
  const { maxSteps = Infinity, maxSeconds = Infinity, goodEnough, onProgress } = request;
  const sign = model.sense === "minimise" ? 1 : -1;
  return {
    [logging](event) {
      if (event.message.includes("untransformed violations")) watch.untransformed = true;
      return undefined;
    },
    [mipInterrupt](event) {
      const { data } = event;
      const steps = Number(data.mip_total_lp_iterations ?? 0);
      const progress = { incumbent: finite(data.mip_primal_bound), bound: finite(data.mip_dual_bound), steps };
      if (onProgress?.(progress)) watch.interruptedBy = "cancel";
      else if (goodEnough !== undefined && progress.incumbent !== null && sign * progress.incumbent <= sign * goodEnough + 1e-6)
        watch.interruptedBy = "steps";
      else if (steps >= maxSteps) watch.interruptedBy = "steps";
      // HiGHS has been seen to overlook its own time limit (ERGO-Code/HiGHS #2226).
      else if ((data.running_time ?? 0) > maxSeconds) watch.interruptedBy = "time";
      if (watch.interruptedBy !== null) event.interrupt();
      return undefined;
    },
    [simplexInterrupt](event) {
      const steps = event.data.simplex_iteration_count ?? 0;
      if (onProgress?.({ incumbent: null, bound: null, steps })) {
        watch.interruptedBy = "cancel";
        event.interrupt();
      }
      return undefined;
    },
    [ipmInterrupt](event) {
      if (!onProgress?.({ incumbent: null, bound: null, steps: 0 })) return undefined;
      watch.interruptedBy = "cancel";
      event.interrupt();
      return undefined;
    },
  };
}

/** `interior`: steps per interior-point iteration. */
function translated(runtime: Highs, native: Model, integral: boolean, watch: Watch, interior: number): SolveResult {
  const status = native.getModelStatus();
  const codes = runtime.constants.modelStatus;
  const count = (name: "simplex_iteration_count" | "ipm_iteration_count") => Math.max(0, Number(native.info.get(name)));
  const steps = count("simplex_iteration_count") + (interior === 0 ? 0 : interior * count("ipm_iteration_count"));
  // A bound reached by way of a point that had to be thrown away may have been reached wrongly.
  const bound = integral && !watch.untransformed ? finite(Number(native.info.get("mip_dual_bound"))) : null;
  const found = native.info.get("primal_solution_status") === runtime.constants.solutionStatus.feasible;
  const failed = (message: string): SolveResult => ({
    status: "failed",
    code: "back-end-failed",
    message: `highs: ${message}`,
    steps,
  });
  const stopped = (limit: SolveLimit): SolveResult =>
    found
      ? { status: "feasible", point: native.getSolution().colValue, objective: native.getObjectiveValue(), bound, limit, steps }
      : { status: "no-solution-found", bound, limit, steps };
  if (watch.untransformed && (status === codes.optimal || status === codes.infeasible)) return failed("untransformed violations");
  switch (status) {
    case codes.optimal: {
      const objective = native.getObjectiveValue();
      const proven = integral ? Number(native.info.get("mip_dual_bound")) : objective;
      const { colValue: point, rowDual: duals } = native.getSolution();
      return { status: "optimal", point, objective, bound: proven, ...(integral ? {} : { duals }), steps };
    }
    case codes.infeasible:
      return { status: "infeasible", steps };
    case codes.unbounded:
      return { status: "unbounded", steps };
    case codes.timeLimit:
      return stopped("time");
    case codes.iterationLimit:
      return stopped("steps");
    case codes.interrupted:
      return watch.interruptedBy === null ? failed("interrupted by nobody") : stopped(watch.interruptedBy);
    default:
      return failed(`model status "${statusName(codes, status)}"`);
  }
}

function statusName(codes: Highs["constants"]["modelStatus"], status: ModelStatusCode): string {
  return Object.entries(codes).find(([, code]) => code === status)?.[0] ?? String(status);
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
