import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { type Page, type PageRequest, pageOf, startAfter } from "./page.ts";
import { addEvent } from "./run-events.ts";
import type { Store } from "./store.ts";
import type { Instant, RunState, Tables } from "./tables.ts";
import { queueRunFinished } from "./webhooks.ts";

export type RunRow = Selectable<Tables["runs"]>;

/** A run to be made. */
export interface NewRun {
  readonly id: string;
  readonly roundId: string;
  readonly task: string;
  readonly request: unknown;
  readonly createdBy: string;
  readonly at: Instant;
}

/** Stores a run and puts it on the queue; call `queue.wake()` once the transaction is through. */
export async function createRun(tx: Database, { queue }: Pick<Store, "queue">, run: NewRun): Promise<void> {
  const { id, roundId, task, request, createdBy, at } = run;
  await tx
    .insertInto("runs")
    .values({
      id,
      round_id: roundId,
      task,
      request: JSON.stringify(request),
      created_at: at,
      created_by: createdBy,
      state: "queued",
      quality: "none",
      stopped_by: null,
      attempt: 0,
      cancel_requested: 0,
      started_at: null,
      ended_at: null,
      summary: null,
      problem: null,
      version: 1,
      last_event: 0,
    })
    .execute();
  await addEvent(tx, id, "state", { state: "queued" }, at);
  await queue.add(tx, id);
}

export async function findRun(db: Database, id: string): Promise<RunRow | null> {
  return (await db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Which runs are listed. */
export interface RunFilter {
  readonly roundId?: string | undefined;
  readonly state?: RunState | undefined;
}

/** The newest first. */
export async function listRuns(db: Database, { roundId, state }: RunFilter, page: PageRequest): Promise<Page<RunRow>> {
  let query = db.selectFrom("runs").selectAll();
  if (roundId !== undefined) query = query.where("round_id", "=", roundId);
  if (state !== undefined) query = query.where("state", "=", state);
  return pageOf(await startAfter(query, page).execute(), page);
}

/** How many runs are queued, and how many are being solved. */
export async function countOpenRuns(db: Database): Promise<{ readonly queued: number; readonly solving: number }> {
  const rows = await db
    .selectFrom("runs")
    .select(["state", ({ fn }) => fn.countAll().as("count")])
    .where("state", "in", ["queued", "solving"])
    .groupBy("state")
    .execute();
  const of = (state: RunState) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { queued: of("queued"), solving: of("solving") };
}

/** Takes a run for the rest of the transaction, so that nobody else changes it meanwhile, and counts the change. */
export async function holdRun(tx: Database, id: string): Promise<RunRow | null> {
  const row = await tx
    .updateTable("runs")
    .set((run) => ({ version: run("version", "+", 1) }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Whether nothing more will happen to a run. */
export function isOver(state: RunState): boolean {
  return state !== "queued" && state !== "solving";
}

/**
 * Asks for the end of a run: at once where it waits, at the next moment its worker looks where it is being solved. Once it is over
 * nothing changes. `null`: there is no such run.
 */
export async function requestCancel(tx: Database, id: string, at: Instant): Promise<RunRow | null> {
  const run = await holdRun(tx, id);
  if (run === null || isOver(run.state) || run.cancel_requested === 1) return run;
  if (run.state === "queued") {
    const ended = { state: "cancelled", stopped_by: "cancel", ended_at: at, cancel_requested: 1 } as const;
    await tx.updateTable("runs").set(ended).where("id", "=", id).execute();
    await addEvent(tx, id, "state", { state: "cancelled" }, at);
    await queueRunFinished(tx, { runId: id, state: "cancelled", quality: run.quality, stoppedBy: "cancel" }, at);
  } else {
    await tx.updateTable("runs").set({ cancel_requested: 1 }).where("id", "=", id).execute();
  }
  return findRun(tx, id);
}
