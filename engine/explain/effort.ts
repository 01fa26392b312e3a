import type { RunPorts } from "../search/run.ts";
import type { SolveRequest } from "../solvers/solver.ts";

/** The work explanations may take: steps bound it the same way on every machine, seconds are the safety net. */
export interface Effort {
  /** What the next solve may use; `null` when nothing is left. */
  next(): Pick<SolveRequest, "maxSteps" | "maxSeconds" | "onProgress"> | null;
  spend(steps: number): void;
  /** What ended the work, if something did. */
  ended(): "steps" | "time" | "cancel" | null;
}

export interface EffortLimits {
  readonly steps: number;
  readonly seconds: number;
  /** Most steps of one solve. */
  readonly stepsPerSolve: number;
}

/** Every solve costs this many steps besides those of the solver: writing the program is work too. */
const STEPS_PER_PROGRAM = 20;

/** Effort within limits, from now on. */
export function openEffort(limits: EffortLimits, { now, cancelled }: Pick<RunPorts, "now" | "cancelled">): Effort {
  const ends = now() + limits.seconds;
  let left = limits.steps;
  const ended = () => {
    if (cancelled?.() === true) return "cancel";
    if (now() >= ends) return "time";
    return left <= 0 ? "steps" : null;
  };
  return {
    next: () => {
      if (ended() !== null) return null;
      const maxSteps = Math.min(left, limits.stepsPerSolve);
      return { maxSteps, maxSeconds: ends - now(), onProgress: () => cancelled?.() ?? false };
    },
    spend: (steps) => {
      left -= steps + STEPS_PER_PROGRAM;
    },
    ended,
  };
}
