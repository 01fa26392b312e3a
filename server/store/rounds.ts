import type { Insertable, Selectable } from "kysely";
import type { Database } from "./database.ts";
import { type Page, type PageRequest, pageOf, startAfter } from "./page.ts";
import type { Tables } from "./tables.ts";

export type RoundRow = Selectable<Tables["rounds"]>;

/** Stores a round with its body (gzip of JSON). */
export async function createRound(tx: Database, row: Insertable<Tables["rounds"]>, body: Uint8Array): Promise<void> {
  await tx.insertInto("rounds").values(row).execute();
  await tx.insertInto("round_bodies").values({ round_id: row.id, bytes: body }).execute();
}

export async function findRound(db: Database, id: string): Promise<RoundRow | null> {
  return (await db.selectFrom("rounds").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** gzip of the round's JSON. */
export async function findRoundBody(db: Database, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom("round_bodies").select("bytes").where("round_id", "=", id).executeTakeFirst();
  return row?.bytes ?? null;
}

/** The newest first. */
export async function listRounds(db: Database, page: PageRequest): Promise<Page<RoundRow>> {
  const rows = await startAfter(db.selectFrom("rounds").selectAll(), page).execute();
  return pageOf(rows, page);
}

/** Deletes a round with all its runs; `in-use` while one of them is queued or solving. */
export async function deleteRound(tx: Database, id: string): Promise<"deleted" | "in-use" | "not-found"> {
  // The update holds the round's runs until the transaction ends: none is started meanwhile.
  const runs = await tx
    .updateTable("runs")
    .set((run) => ({ version: run("version", "+", 1) }))
    .where("round_id", "=", id)
    .returning("state")
    .execute();
  if (runs.some(({ state }) => state === "queued" || state === "solving")) return "in-use";
  const { numDeletedRows } = await tx.deleteFrom("rounds").where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n ? "deleted" : "not-found";
}
