import type { LinearModel } from "../model/linear-model.ts";
import type { RunPorts } from "../search/run.ts";
import type { SolveRequest } from "../solvers/solver.ts";

/** The work explanations may take: steps bound it the same way on every machine, seconds are the safety net. */
export interface Effort {
  /** What the next solve, of a program written for it, may use; `null` when nothing is left. */
  next(model: Pick<LinearModel, "matrix">): Pick<SolveRequest, "maxSteps" | "maxSeconds" | "onProgress"> | null;
  /** Whether anything is left, asked before a program is written; with fewer than so many seconds all of it counts as over. */
  isLeft(seconds?: number): boolean;
  spend(steps: number): void;
  /** A part of what is left, spent from the whole. */
  part(share: number): Effort;
  /** What ended the work, if something did. */
  ended(): "steps" | "time" | "cancel" | null;
}

export interface EffortLimits {
  readonly steps: number;
  readonly seconds: number;
  /** Most steps of one solve. */
  readonly stepsPerSolve: number;
}

/** Writing, presolving and checking a program is work too: a step for so many of its entries. */
const ENTRIES_PER_STEP = 40;

/** Effort within limits, from now on. */
export function openEffort(limits: EffortLimits, { now, cancelled }: Pick<RunPorts, "now" | "cancelled">): Effort {
  let ends = now() + limits.seconds;
  let left = limits.steps;
  /** What is left above a floor: a part ends there, the whole at 0. */
  const above = (floor: number): Effort => {
    const ended = () => {
      if (cancelled?.() === true) return "cancel";
      if (left <= floor) return "steps";
      return now() >= ends ? "time" : null;
    };
    return {
      isLeft: (seconds = 0) => {
        if (ended() === null && ends - now() < seconds) ends = now();
        return ended() === null;
      },
      next: ({ matrix }) => {
        left -= Math.ceil(matrix.indices.length / ENTRIES_PER_STEP);
        if (ended() !== null) return null;
        const maxSteps = Math.min(left - floor, limits.stepsPerSolve);
        return { maxSteps, maxSeconds: ends - now(), onProgress: () => cancelled?.() ?? false };
      },
      spend: (steps) => {
        left -= steps;
      },
      part: (share) => above(left - share * (left - floor)),
      ended,
    };
  };
  return above(0);
}
