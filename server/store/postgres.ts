import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { migrate } from "./migrate.ts";
import { openBossQueue } from "./postgres-queue.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Whole numbers of eight bytes are counts here, far below 2^53. */
const INT8 = 20;
const CONNECT_MILLISECONDS = 5_000;
const STATEMENT_MILLISECONDS = 30_000;

/** How a PostgreSQL store is opened. */
export interface PostgresSettings {
  readonly url: string;
  readonly connections?: number;
  /** Called with what goes wrong in the background: a lost connection, a failed look at the queue. */
  readonly onError: (error: Error) => void;
}

/** Opens the store in a PostgreSQL database; makes and migrates its tables where needed. Throws where it cannot be reached. */
export async function openPostgresStore({ url, connections = 10, onError }: PostgresSettings): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    application_name: "citizen-service-placement",
    types: {
      getTypeParser: (id, format) => (id === INT8 ? Number : pg.types.getTypeParser(id, format)),
    },
  });
  // An idle connection that breaks is replaced; unheard, its error would end the process.
  pool.on("error", onError);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, "bytea");
    const queue = await openBossQueue(url, onError);
    return {
      kind: "postgres",
      db,
      queue,
      check: async () => {
        await sql`insert into facts (name, value) values ('checked', ${new Date().toISOString()})
          on conflict (name) do update set value = excluded.value`.execute(db);
      },
      close: async () => {
        await queue.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
