import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { type AppOptions, buildApp, type Service } from "../../server/app.ts";

/** The service listening on a port of its own. */
export interface RunningService extends Service {
  readonly url: string;
}

/** Starts the service with one solver process unless told otherwise, and waits until that can take a round. */
export async function startService(options: Partial<AppOptions> = {}): Promise<RunningService> {
  const logger = options.logger ?? pino({ level: "silent" });
  const service = await buildApp({ ...options, logger, pool: { processes: 1, ...options.pool } });
  await service.app.listen({ port: 0, host: "127.0.0.1" });
  // A server that listens on a port has an address of this form.
  const { port } = service.app.server.address() as AddressInfo;
  if (options.pool?.processes !== 0) await until(() => service.pool.isReady());
  return { ...service, url: `http://127.0.0.1:${port}` };
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
