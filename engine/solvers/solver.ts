import type { LinearModel } from "../model/linear-model.ts";

/** What stopped a solve before its proof: the step budget, the time limit, or the caller. */
export type SolveLimit = "steps" | "time" | "cancel";

/** How a solve is going; `bound` is `null` until something is proven. Objective values as in the model's sense. */
export interface SolveProgress {
  readonly incumbent: number | null;
  readonly bound: number | null;
  readonly steps: number;
}

export interface SolveRequest {
  /** A point that satisfies every row, from which to start; `numCols` entries. */
  readonly start?: Float64Array;
  /** The start is not to be trusted to be good: better points are worth a search of the solver's own. */
  readonly improveStart?: boolean;
  /**
   * Linear programs by an interior-point method, which is sooner done with large ones. Of a model without whole columns the answer is then a point amid
   * the optimal ones, not a vertex, and its duals are optimal up to the method's tolerance. A back end without one answers as ever.
   */
  readonly interior?: boolean;
  /** An objective value that will do, in the model's sense: a solve that has found it ends, as if its steps were spent. */
  readonly goodEnough?: number;
  /** Deterministic bound on the work, in the solver's own unit (HiGHS: LP iterations). */
  readonly maxSteps?: number;
  /** Safety net, in seconds of wall-clock time. */
  readonly maxSeconds?: number;
  /** Called now and then while solving; return true to stop and keep what was found. */
  readonly onProgress?: (progress: SolveProgress) => boolean;
}

/**
 * Why an answer was refused. The first three blame the caller (or the back end's health), the rest the solver's claim:
 * `wrong-bound` a bound that a known point beats, `wrong-optimal` an optimum that is beaten or not proven by its own bound.
 */
export type FailureCode =
  | "malformed-model"
  | "start-not-feasible"
  | "back-end-failed"
  | "malformed-answer"
  | "wrong-point"
  | "wrong-objective"
  | "wrong-bound"
  | "wrong-optimal"
  | "wrong-infeasible"
  | "wrong-unbounded";

/** Work a solve took, in the solver's own unit. */
interface Work {
  readonly steps: number;
}

/**
 * The outcome of a solve, *as claimed by the solver* until `checked` has examined it. A point has `numCols` entries; `objective`
 * and `bound` are in the model's sense, offset included.
 */
export type SolveResult = Work &
  (
    | {
        readonly status: "optimal";
        readonly point: Float64Array;
        readonly objective: number;
        readonly bound: number;
        /** Of a model without whole columns, where the back end tells: what a unit more of each row's bound adds to the objective. */
        readonly duals?: Float64Array;
      }
    | {
        readonly status: "feasible";
        readonly point: Float64Array;
        readonly objective: number;
        readonly bound: number | null;
        readonly limit: SolveLimit;
      }
    | { readonly status: "no-solution-found"; readonly bound: number | null; readonly limit: SolveLimit }
    | { readonly status: "infeasible" }
    | { readonly status: "unbounded" }
    | { readonly status: "failed"; readonly code: FailureCode; readonly message: string }
  );

/** A back end: translates a `LinearModel`, solves it, translates the answer. Keeps nothing between calls and never throws. */
export interface Solver {
  readonly name: string;
  readonly version: string;
  solve(model: LinearModel, request: SolveRequest): Promise<SolveResult>;
}
