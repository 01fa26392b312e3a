import type { Round } from "../../domain/round.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { SolveRequest, SolveResult } from "../../solvers/solver.ts";
import type { BoundTask } from "./bound-task.ts";
import type { BoundAnswer } from "./stage-bound.ts";

/** An integer program to be solved somewhere: data in, data out, bounded by steps. */
export interface SolveTask {
  readonly model: LinearModel;
  readonly request: Pick<SolveRequest, "start" | "improveStart" | "goodEnough" | "interior" | "maxSteps" | "maxSeconds">;
}

/** What a run left of one stage: its value, the worst that breaks nothing, and what is proven. */
interface LeftStage {
  readonly found: number;
  readonly limit: number;
  readonly bound: number | null;
}

/** How much of a run's stages the best placement known for a demand keeps (`engine/explain/strain.ts`). */
interface KnownKeep {
  readonly kept: number;
  readonly beyond: number;
}

/** Walks for some of a run's demands (`engine/explain/walk.ts`): data in, data out, bounded by moves. */
export interface WalkTask {
  readonly round: Round;
  /** The run's placement and stages. */
  readonly arcs: readonly number[];
  readonly stages: readonly LeftStage[];
  /** All demands that are asked about in the run, for a placement passed may serve any; what is known of each. */
  readonly demands: readonly { readonly candidate: number; readonly arcs: readonly number[] }[];
  readonly known: readonly (KnownKeep | null)[];
  /** How many of the stages a placement that meets each can keep at most, as far as is known: no more is looked for. */
  readonly most: readonly number[];
  /** The demands to walk for, in this order, and the moves for each. */
  readonly walked: readonly number[];
  readonly moves: number;
  /** Tells walks for the same demand apart. */
  readonly part: string;
  readonly maxMoves: number;
  readonly maxSeconds: number;
}

/** Placements that serve a demand better than what was known, and one ahead of the run's, if such were passed. */
export interface WalkAnswer {
  readonly found: readonly (KnownKeep & { readonly demand: number; readonly arcs: readonly number[] })[];
  readonly ahead: readonly number[] | null;
  readonly moves: number;
}

/**
 * Solves programs at the same time on other threads. How the work is cut never depends on how many there are; answers come back in the
 * order of the tasks, so that whoever asks acts the same with one thread and with eight.
 */
export interface Crew {
  readonly threads: number;
  /** Answers parallel to `tasks`; checked like those of the port's own solver. Never rejects. */
  solveAll(tasks: readonly SolveTask[]): Promise<readonly SolveResult[]>;
  /** Lets messages to and from the threads pass, which wait for as long as this thread works without a pause. Never rejects. */
  letMessagesPass(): Promise<void>;
  /** Answers questions about bounds one after the other, beside everything else; `null` where none is known. Never rejects. */
  bound(task: BoundTask, cancelled: () => boolean): Promise<BoundAnswer | null>;
  /** Walks for demands; answers parallel to `tasks`, `null` where a thread broke. Never rejects. */
  walkAll(tasks: readonly WalkTask[], cancelled: () => boolean): Promise<readonly (WalkAnswer | null)[]>;
}
