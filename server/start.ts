import type { FastifyBaseLogger } from "fastify";
import { type Config, readConfig } from "./config.ts";
import { makeLogger } from "./log.ts";
import { openEmbeddedStore, StoreInUseError } from "./store/embedded.ts";
import type { Store } from "./store/store.ts";

/** Ends the process with a sentence that says why it does not start. */
export function refuseToStart(reason: string): never {
  process.stderr.write(`The service does not start: ${reason}\n`);
  process.exit(1);
}

/** Reads the environment; where something in it is wrong the process ends with every error. */
export function configOrExit(): { readonly config: Config; readonly logger: FastifyBaseLogger } {
  const read = readConfig(process.env);
  if (!read.ok) return refuseToStart(`the environment is wrong.\n${read.errors.join("\n")}`);
  return { config: read.config, logger: makeLogger(read.config.logLevel) };
}

/** Opens the store that the environment names; where it cannot be opened the process ends and says why. */
export async function storeOrExit({ storage }: Config, logger: FastifyBaseLogger): Promise<Store> {
  const onError = (error: Error) => logger.error({ err: error }, "database");
  try {
    if ("databaseUrl" in storage) {
      // Loaded only where it is used: a start on the embedded store is the quicker for it.
      const { openPostgresStore } = await import("./store/postgres.ts");
      return await openPostgresStore({ url: storage.databaseUrl, onError });
    }
    return await openEmbeddedStore(storage.dataDir);
  } catch (error) {
    if (error instanceof StoreInUseError) return refuseToStart("another process has the folder of DATA_DIR open.");
    const name = "databaseUrl" in storage ? "the database of DATABASE_URL" : "the store in DATA_DIR";
    return refuseToStart(`${name} cannot be opened: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message || error.name : String(error);
}

/** Closes once on the first SIGTERM or SIGINT. */
export function closeOnSignal(logger: FastifyBaseLogger, close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, "stopping");
      await close();
      logger.info("stopped");
    });
  }
}
