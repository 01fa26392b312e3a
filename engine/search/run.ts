import type { ObjectiveId, Sense } from "../domain/policy.ts";
import type { Solver } from "../solvers/solver.ts";
import type { Crew } from "./crew/crew.ts";

/** A moment of a run; objective values in the tier's own sense and unit. */
export interface RunProgress {
  readonly seconds: number;
  /** Position of the tier, from 1. */
  readonly tier: number;
  /** Position in the list of a tier whose value is one, from 1. */
  readonly entry: number;
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  readonly incumbent: number | null;
  readonly bound: number | null;
}

/** What follows the search: why people wait, then the whole result once more. */
export type PhaseAfterSearch = "reasons" | "verification";

/** What a run needs from outside: the engine has no clock and no solver of its own. */
export interface RunPorts {
  readonly solver: Solver;
  /** Other threads; without it everything is done here, with the same results. */
  readonly crew?: Crew;
  /** Seconds since any fixed moment, never going back. */
  readonly now: () => number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Told when the search is over, and what has begun. */
  readonly onPhase?: (phase: PhaseAfterSearch) => void;
  /** Asked now and then; true ends the run with the best placement found. */
  readonly cancelled?: () => boolean;
}
