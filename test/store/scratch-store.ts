import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openEmbeddedStore } from "../../server/store/embedded.ts";
import { openPostgresStore } from "../../server/store/postgres.ts";
import type { Store } from "../../server/store/store.ts";

/** A database of its own for a test file, which can be opened, closed and opened again. */
export interface ScratchStore {
  /** What the service is told in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export type StoreKind = Store["kind"];

const ADMIN_URL = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

async function onServer<Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function hasPostgres(): Promise<boolean> {
  try {
    return await onServer(async () => true);
  } catch {
    return false;
  }
}

/** The stores that can be tested here: PostgreSQL is left out, with a word, where no server answers; in CI that is a failure. */
export const STORE_KINDS: readonly StoreKind[] = (await hasPostgres()) ? ["embedded", "postgres"] : without();

function without(): readonly StoreKind[] {
  if (process.env.CI === "true") throw new Error(`No PostgreSQL server answers at ${ADMIN_URL}`);
  console.warn(`No PostgreSQL server answers at ${ADMIN_URL}: its tests are skipped.`);
  return ["embedded"];
}

/** Makes an empty database. */
export async function scratchStore(kind: StoreKind): Promise<ScratchStore> {
  return kind === "embedded" ? scratchFolder() : scratchDatabase();
}

function scratchFolder(): ScratchStore {
  const folder = mkdtempSync(join(tmpdir(), "placement-store-"));
  return {
    environment: { DATA_DIR: folder },
    open: () => openEmbeddedStore(folder),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function scratchDatabase(): Promise<ScratchStore> {
  const name = `placement_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer((client) => client.query(`create database ${name}`));
  const url = new URL(ADMIN_URL);
  url.pathname = `/${name}`;
  return {
    environment: { DATABASE_URL: url.href },
    open: () => openPostgresStore({ url: url.href, connections: 4, onError: () => {} }),
    remove: async () => void (await onServer((client) => client.query(`drop database ${name} with (force)`))),
  };
}
