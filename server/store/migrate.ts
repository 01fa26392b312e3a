import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations/catalogue.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Tables } from "./tables.ts";

/**
 * Brings the tables up to date; several processes may try at once. Throws where a step fails, or where the database was made by
 * a later version.
 */
export async function migrate(db: Kysely<Tables>, bytes: string, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const steps = migrations.map(({ name, statements }) => ({
    name,
    up: async (step: Kysely<Tables>) => {
      for (const statement of statements({ bytes })) await sql.raw(statement).execute(step);
    },
  }));
  const provider = { getMigrations: async () => Object.fromEntries(steps.map(({ name, up }) => [name, { up }])) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
