import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { type AppOptions, buildApp, type Service } from "../../server/app.ts";
import type { Role } from "../../server/auth/roles.ts";
import { makeKey } from "../../server/auth/secrets.ts";
import { type ApiKeyRow, createApiKey } from "../../server/store/api-keys.ts";
import { openEmbeddedStore } from "../../server/store/embedded.ts";
import type { Store } from "../../server/store/store.ts";

/** The service listening on a port of its own. */
export interface RunningService extends Service {
  readonly url: string;
  /** A key that may do everything. */
  readonly key: string;
  readonly store: Store;
}

/** Starts the service on a store in memory, with one solver process and none for runs unless told otherwise, and waits until it is ready. */
export async function startService(options: Partial<AppOptions> = {}): Promise<RunningService> {
  const logger = options.logger ?? pino({ level: "silent" });
  const store = options.store ?? (await openEmbeddedStore(null));
  const key = await makeTestKey(store, "admin");
  const service = await buildApp({ runProcesses: 0, ...options, store, logger, pool: { processes: 1, ...options.pool } });
  await service.app.listen({ port: 0, host: "127.0.0.1" });
  // A server that listens on a port has an address of this form.
  const { port } = service.app.server.address() as AddressInfo;
  if (options.pool?.processes !== 0) await until(() => service.pool.isReady());
  return { ...service, url: `http://127.0.0.1:${port}`, key, store };
}

/** Adds a key with a role to a store, and answers its text. */
export async function makeTestKey({ db }: Store, role: Role, more: Partial<ApiKeyRow> = {}): Promise<string> {
  const { id, text, secretHash } = makeKey();
  const at = new Date().toISOString();
  const row = { id, name: `test ${role}`, role, secret_hash: secretHash, created_at: at, expires_at: null, revoked_at: null };
  await createApiKey(db, { ...row, requests_per_minute: 1_000_000, ...more });
  return text;
}

/** Resolves once something holds; a test that waits in vain fails by its own time limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The text of a shipped round. */
export function shippedRound(name: "tiny" | "intake" | "national-year"): string {
  return readFileSync(new URL(`../../datasets/rounds/${name}.json`, import.meta.url), "utf8");
}

/** A shipped round that takes the solver many seconds. */
export function longRound(seconds = 60): string {
  return JSON.stringify({ ...JSON.parse(shippedRound("national-year")), limits: { seconds } });
}
