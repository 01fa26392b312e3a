import type { Insertable, Selectable } from "kysely";
import type { Database } from "./database.ts";
import { type Page, type PageRequest, pageOf, startAfter } from "./page.ts";
import type { Tables } from "./tables.ts";

export type PlanRow = Selectable<Tables["plans"]>;
/** A plan without what it holds. */
export type PlanHead = Omit<PlanRow, "bundle" | "remains">;

const HEAD = [
  ...(["id", "run_id", "round_id", "name", "created_at", "created_by", "data_since", "state", "version", "summary"] as const),
  ...(["head", "published_at", "published_by", "decision", "data_round_id", "erased_at"] as const),
] as const;

/** Stores a plan as a draft. */
export async function createPlan(tx: Database, row: Insertable<Tables["plans"]>): Promise<void> {
  await tx.insertInto("plans").values(row).execute();
}

export async function findPlan(db: Database, id: string): Promise<PlanHead | null> {
  return (await db.selectFrom("plans").select(HEAD).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** The plan's bundle, gzipped: whole, or what retention has left of it; `null` where there is no such plan. */
export async function findPlanBundle(
  db: Database,
  id: string,
): Promise<{ readonly whole: Uint8Array | null; readonly remains: Uint8Array } | null> {
  const row = await db.selectFrom("plans").select(["bundle", "remains"]).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : { whole: row.bundle, remains: row.remains };
}

/** The newest first. */
export async function listPlans(db: Database, page: PageRequest): Promise<Page<PlanHead>> {
  return pageOf(await startAfter(db.selectFrom("plans").select(HEAD), page).execute(), page);
}

/** Who published a plan, when, by whose decision and on which data. */
export type Publication = Pick<PlanRow, "published_at" | "published_by" | "decision" | "data_round_id">;

/** Freezes a draft; false where it is no longer at this version, and then nothing has changed. */
export async function publishPlan(tx: Database, id: string, version: number, publication: Publication): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("plans")
    .set({ ...publication, state: "published", version: version + 1 })
    .where("id", "=", id)
    .where("state", "=", "draft")
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Deletes a draft; false where there is none: what is published stays. */
export async function deleteDraft(tx: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom("plans").where("id", "=", id).where("state", "=", "draft").executeTakeFirst();
  return numDeletedRows === 1n;
}
