import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect, sql } from "kysely";
import { embeddedQueue } from "./embedded-queue.ts";
import { migrate } from "./migrate.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Only one process may have the store open: the lock is the operating system's, and ends with the process however it ends. */
const LOCK_FILE = "in-use.lock";
/** The file in the folder that holds everything; SQLite keeps two more beside it while it is open. */
export const DATABASE_FILE = "placements.sqlite";

/** The folder of an embedded store is open in another process. */
export class StoreInUseError extends Error {}

/** Opens the embedded store in a folder, or in memory (`null`, for tests); makes and migrates it where needed. */
export async function openEmbeddedStore(folder: string | null): Promise<Store> {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = folder === null ? null : takeLock(join(folder, LOCK_FILE));
  const sqlite = new DatabaseSync(folder === null ? ":memory:" : join(folder, DATABASE_FILE), { timeout: 5_000 });
  // Written to the disk before a commit returns: whatever was acknowledged survives a power cut.
  sqlite.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on");
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asDialectDatabase(sqlite) }) });
  try {
    await migrate(db, "blob");
  } catch (error) {
    await db.destroy();
    lock?.close();
    throw error;
  }
  return {
    kind: "embedded",
    db,
    queue: embeddedQueue(db),
    check: async () => {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom("facts").where("name", "=", "checked").execute();
        await tx.insertInto("facts").values({ name: "checked", value: new Date().toISOString() }).execute();
      });
    },
    close: async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await db.destroy();
      lock?.close();
    },
  };
}

function takeLock(file: string): DatabaseSync {
  const lock = new DatabaseSync(file);
  try {
    lock.exec("begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && error.message.includes("locked")) throw new StoreInUseError("another process has it open");
    throw error;
  }
}

const NOTHING_TO_DO = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

/** `node:sqlite` in the shape that kysely's dialect was written for. */
function asDialectDatabase(sqlite: DatabaseSync) {
  // What kysely hands on are the values of `Tables`.
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    close: () => sqlite.close(),
    prepare: (text: string) => {
      // SQLite has ended the transaction itself where the disk was full: a second end would hide the reason.
      if (text === "rollback" && !sqlite.isTransaction) return NOTHING_TO_DO;
      const statement = sqlite.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
      };
    },
  };
}
