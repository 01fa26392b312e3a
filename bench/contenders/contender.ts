import type { ObjectiveId, Sense } from "../../engine/domain/policy.ts";
import type { Placement } from "../../engine/domain/round.ts";
import type { ParsedRound } from "../../engine/input/parse-round.ts";

/** One number that was optimised, a tier or an entry of its list, as the contender claims it. */
export interface StageClaim {
  /** Positions from 1. */
  readonly tier: number;
  readonly entry: number;
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  /** Value when the stage was left. */
  readonly found: number;
  /** Under the contender's own locks of that moment. */
  readonly bound: number | null;
  /** Since the run began. */
  readonly seconds: number;
}

/** A moment of a search: figures of the tier and the entry (from 1) being solved, in its own sense. */
export interface Moment {
  readonly seconds: number;
  readonly tier: number;
  readonly entry: number;
  readonly incumbent: number | null;
  readonly bound: number | null;
}

/** What a contender says it has reached; nothing in it is believed before it is judged. */
export interface Answer {
  /**
   * `proof`: every tier proven; `complete`: a method without proofs came to its end; `limit`: out of time; `failed`: a back end broke;
   * `absent`: the solver is not installed on this machine.
   */
  readonly end: "proof" | "complete" | "limit" | "failed" | "absent";
  readonly placements: readonly Placement[];
  /** In order of precedence, as far as the contender came; empty for methods that optimise no tier. */
  readonly stages: readonly StageClaim[];
  readonly moments: readonly Moment[];
  /** Name and version of the solver inside, if any. */
  readonly solver: string | null;
  /** What a reader should know, in one clause; may be empty. */
  readonly remark: string;
}

/** A round that was read without errors, with what its reader warned of. */
export type ReadRound = Extract<ParsedRound, { readonly ok: true }>;

/** What a run may use, and where it leaves what it has reached. */
export interface RunLimits {
  readonly seconds: number;
  /** For methods that draw. */
  readonly seed: number;
  /** Seconds since the run began. */
  readonly now: () => number;
  /** Leaves what is reached so far, in case the run does not come back. */
  readonly reached: (answer: Answer) => void;
  /** Told what a process started by the contender has used so far, so that it counts as the contender's own. */
  readonly childUsed: (pid: number, cpuSeconds: number, peakMemory: number) => void;
}

/**
 * A way to place a round. `run` is timed whole, from the parsed round to placements: loading a solver, writing models and reading
 * answers are part of it.
 */
export interface Contender {
  readonly name: string;
  /** Whether it solves tier by tier and claims values and bounds. */
  readonly optimises: boolean;
  readonly run: (read: ReadRound, limits: RunLimits) => Promise<Answer>;
}
