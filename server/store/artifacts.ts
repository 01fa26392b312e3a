import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** What a run left under a name, with its bytes. */
export async function findArtifact(db: Database, runId: string, name: string): Promise<Selectable<Tables["artifacts"]> | null> {
  const row = await db
    .selectFrom("artifacts")
    .selectAll()
    .where("run_id", "=", runId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row ?? null;
}

/** The digest alone, for a caller who may have it already. */
export async function findArtifactDigest(db: Database, runId: string, name: string): Promise<string | null> {
  const row = await db
    .selectFrom("artifacts")
    .select("digest")
    .where("run_id", "=", runId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.digest ?? null;
}
