import type { Database } from "./database.ts";

/** What was erased, by kind. */
export interface Erased {
  readonly rounds: number;
  readonly runs: number;
  readonly plans: number;
  readonly acts: number;
}

/**
 * Erases everything personal that the service has held since before a moment: rounds with their runs and results, what plans hold and who
 * decided them, the details of the audit trail. What stays (ids, digests, counts) tells nothing about a person, and both
 * chains, of the trail and of every plan's bundle, still verify: they were made over salted digests. A round whose run is being solved is left for the next time.
 */
export async function eraseBefore(tx: Database, moment: string, now: string): Promise<Erased> {
  const open = tx.selectFrom("runs").select("round_id").where("state", "in", ["queued", "solving"]);
  const old = tx.selectFrom("rounds").select("id").where("data_since", "<", moment).where("id", "not in", open);
  const runs = await tx
    .selectFrom("runs")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("round_id", "in", old)
    .executeTakeFirstOrThrow();
  const rounds = await tx.deleteFrom("rounds").where("data_since", "<", moment).where("id", "not in", open).executeTakeFirst();
  const plans = await tx
    .updateTable("plans")
    .set({ bundle: null, decision: null, erased_at: now })
    .where("data_since", "<", moment)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  const acts = await tx
    .updateTable("audit")
    .set({ detail: null, salt: null })
    .where("at", "<", moment)
    .where("detail", "is not", null)
    .executeTakeFirst();
  return {
    rounds: Number(rounds.numDeletedRows),
    runs: Number(runs.count),
    plans: Number(plans.numUpdatedRows),
    acts: Number(acts.numUpdatedRows),
  };
}
