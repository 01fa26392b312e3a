import { hostname } from "node:os";
import { POOL_SETTINGS, RUN_ATTEMPTS, RUN_LIMITS, SPARE_CORES } from "../app-defaults.ts";
import { now } from "../clock.ts";
import { startRunWatch } from "../jobs/run-watch.ts";
import { startRunWorker } from "../jobs/run-worker.ts";
import { startSolverPool } from "../solver-process/solver-pool.ts";
import { closeOnSignal, configOrExit, refuseToStart, storeOrExit } from "../start.ts";

/** How long a run may go on once the worker is asked to stop; after that it goes back to the queue. */
const STOP_SECONDS = 10;

const { config, logger } = configOrExit();
if (!("databaseUrl" in config.storage)) refuseToStart("a worker shares a PostgreSQL database: set DATABASE_URL.");
const store = await storeOrExit(config, logger);
const processes = Math.max(1, config.runProcesses ?? SPARE_CORES);
const watch = startRunWatch(store, () => {});
const worker = await startRunWorker({
  ...{ store, processes, watch, logger, now },
  pool: startSolverPool({ ...POOL_SETTINGS, processes, queueLength: processes }),
  name: `${hostname()} ${process.pid}`,
  allowed: { ...RUN_LIMITS, seconds: config.maxRunSeconds ?? RUN_LIMITS.seconds },
  attemptLimits: RUN_ATTEMPTS,
});
logger.info({ processes }, "worker takes runs");
closeOnSignal(logger, async () => {
  await worker.stop(STOP_SECONDS);
  watch.close();
  await store.close();
});
