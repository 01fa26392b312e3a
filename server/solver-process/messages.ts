import type { RunProgress } from "../../engine/search/run.ts";
import type { AllowedLimits } from "../problems.ts";
import type { Answer } from "./answer.ts";
import type { Task } from "./tasks.ts";

/** What the API hands to a solver process: the body as it came in, unread. */
export interface Job {
  readonly task: Task;
  readonly body: Uint8Array;
  readonly allowed: AllowedLimits;
  /** What else the task reads, by name: a stored round, an earlier result. */
  readonly attachments?: Readonly<Record<string, Uint8Array>>;
}

/** A job on its way; a cancel names it by its number. */
export interface NumberedJob extends Job {
  readonly number: number;
}

/** What a solver process says: it can take a job; the job is read and may take so long; how it goes; the job is done. */
export type ChildMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "working"; readonly seconds: number }
  | { readonly kind: "progress"; readonly progress: RunProgress }
  | { readonly kind: "done"; readonly answer: Answer; readonly memoryBytes: number };
