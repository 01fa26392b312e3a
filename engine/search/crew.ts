import type { LinearModel } from "../model/linear-model.ts";
import type { SolveRequest, SolveResult } from "../solvers/solver.ts";
import type { BoundTask } from "./bound-task.ts";
import type { BoundAnswer } from "./stage-bound.ts";

/** An integer program to be solved somewhere: data in, data out, bounded by steps. */
export interface SolveTask {
  readonly model: LinearModel;
  readonly request: Pick<SolveRequest, "start" | "maxSteps" | "maxSeconds">;
}

/**
 * Solves programs at the same time on other threads. How the work is cut never depends on how many there are; answers come back in the
 * order of the tasks, so that whoever asks acts the same with one thread and with eight.
 */
export interface Crew {
  readonly threads: number;
  /** Answers parallel to `tasks`; checked like those of the port's own solver. Never rejects. */
  solveAll(tasks: readonly SolveTask[]): Promise<readonly SolveResult[]>;
  /** Answers questions about bounds one after the other, beside everything else; `null` where none is known. Never rejects. */
  bound(task: BoundTask, cancelled: () => boolean): Promise<BoundAnswer | null>;
}
