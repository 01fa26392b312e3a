import type { SolveLimit } from "../../engine/solvers/solver.ts";
import type { Refusal } from "../problems.ts";
import type { Artifact } from "../store/attempts.ts";

/** What a solver process makes of a job. */
export type Answer =
  /** UTF-8 JSON of the answer; `artifacts` and `summary` where it is one that is kept. */
  | {
      readonly status: "answered";
      readonly json: Uint8Array;
      readonly artifacts?: readonly Artifact[];
      readonly summary?: unknown;
    }
  /** `stoppedBy`: what ended a search that found nothing. */
  | { readonly status: "refused"; readonly refusal: Refusal; readonly stoppedBy?: SolveLimit }
  /** An internal failure; the message is for the log only. */
  | { readonly status: "failed"; readonly message: string };
