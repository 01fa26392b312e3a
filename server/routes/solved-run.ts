import type { Refusal } from "../problems.ts";
import type { RunOptions } from "../schemas/run.ts";
import { findArtifact } from "../store/artifacts.ts";
import type { Database } from "../store/database.ts";
import { findRoundBody } from "../store/rounds.ts";
import { findRun, isOver, type RunRow } from "../store/runs.ts";

/** A run with a result, and what a solver process needs to go on from it. */
export interface SolvedRun {
  readonly run: RunRow;
  readonly options: RunOptions;
  /** gzip of the stored round's JSON. */
  readonly round: Uint8Array;
  /** JSON. */
  readonly result: Uint8Array;
}

/** Why there may be no run with a result. */
export const UNSOLVED_PROBLEMS = ["not-found", "run-not-over", "run-without-result"] as const;

/** The run with its round and result, or why there is none. */
export async function findSolvedRun(db: Database, id: string): Promise<SolvedRun | { readonly refusal: Refusal }> {
  const run = await findRun(db, id);
  if (run === null || run.task !== "place") return { refusal: { code: "not-found", detail: "There is no run with this id." } };
  if (!isOver(run.state)) return { refusal: { code: "run-not-over", detail: `It is ${run.state}.`, retryAfterSeconds: 1 } };
  const [round, result] = [await findRoundBody(db, run.round_id), await findArtifact(db, id, "result")];
  if (round === null || result === null) return { refusal: { code: "run-without-result", detail: "Its problem says why." } };
  return { run, options: optionsOf(run), round, result: result.bytes };
}

/** What a run asked besides its round. */
function optionsOf({ request }: Pick<RunRow, "request">): RunOptions {
  const { policy, seed, limits, earlierRunId, effort }: RunOptions = JSON.parse(request);
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(seed === undefined ? {} : { seed }),
    ...(limits === undefined ? {} : { limits }),
    ...(earlierRunId === undefined ? {} : { earlierRunId }),
    ...(effort === undefined ? {} : { effort }),
  };
}
