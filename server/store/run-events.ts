import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { Instant, Tables } from "./tables.ts";

export type RunEventRow = Selectable<Tables["run_events"]>;

/** `state`: the run's state changed. `progress`: a moment of the solve. */
export type RunEventType = "state" | "progress";

/** Adds an event to a run that the transaction holds; events of a run are numbered from 1 without a gap. */
export async function addEvent(tx: Database, runId: string, type: RunEventType, data: unknown, at: Instant): Promise<void> {
  const { last_event } = await tx
    .updateTable("runs")
    .set((run) => ({ last_event: run("last_event", "+", 1) }))
    .where("id", "=", runId)
    .returning("last_event")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("run_events")
    .values({ run_id: runId, number: last_event, at, type, data: JSON.stringify(data) })
    .execute();
}

/** The events of a run after a number, oldest first. */
export async function listEvents(db: Database, runId: string, after: number, limit = 1_000): Promise<RunEventRow[]> {
  return db
    .selectFrom("run_events")
    .selectAll()
    .where("run_id", "=", runId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
}

/** The last event of a type of each of some runs, as its data. */
export async function lastProgress(db: Database, runId: string): Promise<unknown> {
  const row = await db
    .selectFrom("run_events")
    .select("data")
    .where("run_id", "=", runId)
    .where("type", "=", "progress")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.data);
}
