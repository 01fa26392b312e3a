import { RUN_ATTEMPTS } from "../../server/app-defaults.ts";
import { findBrokenAudit } from "../../server/store/audit.ts";
import type { Store } from "../../server/store/store.ts";

/** What the store holds after a campaign. */
export interface RunFindings {
  readonly acknowledged: number;
  /** Acknowledged runs that are not in the store. */
  readonly lost: number;
  /** Runs in the store beyond one for each acknowledged request. */
  readonly duplicated: number;
  /** Runs with more or fewer than one attempt that finished, or that ended more than once. */
  readonly completedTwice: number;
  /**
   * Runs that were stopped as poison, as they have to be: the campaign happened to kill the solver process three times over the same
   * one. They count nowhere else.
   */
  readonly poisoned: number;
  /** Runs that did not end as completed, with their state and problem. */
  readonly notCompleted: readonly string[];
  /** Runs without a result, or with one too many. */
  readonly withoutResult: number;
  /** Attempts in all: beyond one for each run because something was killed. */
  readonly attempts: number;
  readonly auditHolds: boolean;
}

/** Compares the store with what clients were told: `acknowledged` has the run's id by the key of its request. */
export async function examineRuns({ db }: Store, acknowledged: ReadonlyMap<string, string>): Promise<RunFindings> {
  const all = await db.selectFrom("runs").select(["id", "state", "problem"]).execute();
  const attempts = await db.selectFrom("attempts").select(["run_id", "ended_as"]).execute();
  const results = await db.selectFrom("artifacts").select("run_id").where("name", "=", "result").execute();
  const ends = await db.selectFrom("run_events").select(["run_id", "data"]).where("type", "=", "state").execute();
  const count = (rows: readonly { readonly run_id: string }[]) => {
    const byRun = new Map<string, number>();
    for (const { run_id } of rows) byRun.set(run_id, (byRun.get(run_id) ?? 0) + 1);
    return byRun;
  };
  const crashes = count(attempts.filter(({ ended_as }) => ended_as === "crashed"));
  const isPoison = ({ id, problem }: (typeof all)[number]) =>
    crashes.get(id) === RUN_ATTEMPTS.crashes && problem !== null && JSON.parse(problem).code === "attempts-exhausted";
  const runs = all.filter((run) => !isPoison(run));
  const stored = new Set(all.map(({ id }) => id));
  const told = new Set(acknowledged.values());
  const finished = count(attempts.filter(({ ended_as }) => ended_as === "finished"));
  const completions = count(ends.filter(({ data }) => JSON.parse(data).state === "completed"));
  const withResult = count(results);
  return {
    acknowledged: told.size,
    lost: [...told].filter((id) => !stored.has(id)).length,
    duplicated: all.length - told.size,
    completedTwice: runs.filter(({ id }) => finished.get(id) !== 1 || completions.get(id) !== 1).length,
    poisoned: all.length - runs.length,
    notCompleted: runs.filter(({ state }) => state !== "completed").map(({ state, problem }) => `${state} ${problem}`),
    withoutResult: runs.filter(({ id }) => withResult.get(id) !== 1).length,
    attempts: attempts.length,
    auditHolds: (await findBrokenAudit(db)) === null,
  };
}
