import type { Solver } from "../solvers/solver.ts";

/** What a piece of work needs from outside, on whatever thread: the engine has no clock and no solver of its own. */
export interface SearchPorts {
  readonly solver: Solver;
  /** Seconds since any fixed moment, never going back. */
  readonly now: () => number;
  /** Asked now and then; true ends the work with the best there is. */
  readonly cancelled?: () => boolean;
}
