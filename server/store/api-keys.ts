import type { Insertable, Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { Instant, Tables } from "./tables.ts";

export type ApiKeyRow = Selectable<Tables["api_keys"]>;

export async function createApiKey(tx: Database, row: Insertable<Tables["api_keys"]>): Promise<void> {
  await tx.insertInto("api_keys").values(row).execute();
}

export async function findApiKey(db: Database, id: string): Promise<ApiKeyRow | null> {
  return (await db.selectFrom("api_keys").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Every key, revoked ones too, oldest first. */
export async function listApiKeys(db: Database): Promise<readonly ApiKeyRow[]> {
  return db.selectFrom("api_keys").selectAll().orderBy("created_at").orderBy("id").execute();
}

/** Whether no key was ever made: the first start. */
export async function hasNoApiKey(db: Database): Promise<boolean> {
  return (await db.selectFrom("api_keys").select("id").limit(1).executeTakeFirst()) === undefined;
}

/** Ends a key and its sessions at once; false where there is none with this id that is still valid. */
export async function revokeApiKey(tx: Database, id: string, at: Instant): Promise<boolean> {
  await tx.deleteFrom("sessions").where("key_id", "=", id).execute();
  const { numUpdatedRows } = await tx
    .updateTable("api_keys")
    .set({ revoked_at: at })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
