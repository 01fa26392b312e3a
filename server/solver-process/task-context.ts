import type { RunPorts } from "../../engine/search/run.ts";
import type { AllowedLimits } from "../problems.ts";
import type { Answer } from "./answer.ts";

/** What a task has to work with besides the value in the body. */
export interface TaskContext {
  readonly allowed: AllowedLimits;
  /** Solver, clock, progress and cancel of this job; the solver is loaded when first asked for. */
  readonly ports: () => Promise<RunPorts>;
  /** Told the seconds the work may take, before it starts; `await` it. */
  readonly working: (seconds: number) => Promise<void>;
  /** What came with the body, by name. */
  readonly attachment: (name: string) => Uint8Array | null;
}

/** Makes an answer of the JSON value in the body. */
export type TaskAnswer = (value: unknown, context: TaskContext) => Answer | Promise<Answer>;
