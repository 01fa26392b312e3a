import type { AllowedLimits, Refusal } from "../problems.ts";

/** Place a round, verify a result or placements against a round, or look a round over before it is placed. */
export type Task = "place" | "verify" | "overview";

/** What the API hands to a solver process: the body as it came in, unread. */
export interface Job {
  readonly task: Task;
  readonly body: Uint8Array;
  readonly allowed: AllowedLimits;
}

/** What a solver process makes of a job. */
export type Answer =
  /** UTF-8 JSON of the result, or of the verification. */
  | { readonly status: "answered"; readonly json: Uint8Array }
  | { readonly status: "refused"; readonly refusal: Refusal }
  /** An internal failure; the message is for the log only. */
  | { readonly status: "failed"; readonly message: string };

/** What a solver process says: it can take a job; the job is read and may take so long; the job is done; it cannot go on. */
export type ChildMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "working"; readonly seconds: number }
  | { readonly kind: "done"; readonly answer: Answer; readonly memoryBytes: number };
