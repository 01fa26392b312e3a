import type { Database } from "./database.ts";
import type { RunQueue } from "./run-queue.ts";

/**
 * Where everything that was acknowledged is kept. Whatever resolves after a transaction is on the disk. The tables and the queries are the
 * same on both databases; what differs is the queue.
 */
export interface Store {
  /** `embedded`: SQLite inside this process, which is the only one on it. `postgres`: shared by any number of processes. */
  readonly kind: "embedded" | "postgres";
  readonly db: Database;
  readonly queue: RunQueue;
  /** Resolves where the database can be read and written now, and throws where not. */
  check(): Promise<void>;
  close(): Promise<void>;
}
