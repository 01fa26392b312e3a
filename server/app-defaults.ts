import { availableParallelism } from "node:os";
import type { AllowedLimits } from "./problems.ts";
import type { PoolSettings } from "./solver-process/solver-pool.ts";
import type { AttemptLimits } from "./store/attempts.ts";

/** Solver processes that leave a core for everything else. */
export const SPARE_CORES = Math.max(1, availableParallelism() - 1);

/** The largest limits of calls that are answered while the caller waits. */
export const CALL_LIMITS: AllowedLimits = { seconds: 60, threads: 8 };
/** The largest limits of a run. */
export const RUN_LIMITS: AllowedLimits = { seconds: 3_600, threads: 64 };

/** A run that takes its process with it is not tried a fourth time; one that is lost with its machine is not to blame, up to a point. */
export const RUN_ATTEMPTS: AttemptLimits = { crashes: 3, losses: 50 };

/** Runs that may be queued at a time. */
export const MOST_QUEUED_RUNS = 1_000;

/** The settings of a pool of solver processes. */
export const POOL_SETTINGS: PoolSettings = {
  processes: SPARE_CORES,
  queueLength: 16,
  readSeconds: 30,
  graceSeconds: 5,
  cancelSeconds: 5,
  recycleAfterJobs: 200,
  recycleAboveBytes: 512 * 1024 * 1024,
};
