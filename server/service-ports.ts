import type { Now } from "./clock.ts";
import type { RunWatch } from "./jobs/run-watch.ts";
import type { AllowedLimits } from "./problems.ts";
import type { SolverPool } from "./solver-process/solver-pool.ts";
import type { Store } from "./store/store.ts";

/** What the routes on stored rounds and runs work with. */
export interface ServicePorts {
  readonly store: Store;
  /** Processes that read and check bodies. */
  readonly readers: SolverPool;
  readonly watch: RunWatch;
  /** Has this process's worker, if it has one, look at once whether a run of its own was cancelled. */
  readonly lookForCancels: () => void;
  /** Aborted when the service begins to stop: whoever waits is answered. */
  readonly stopping: AbortSignal;
  readonly now: Now;
  /** Days that personal data are kept. */
  readonly retentionDays: number;
  /** The largest limits of a run. */
  readonly runLimits: AllowedLimits;
  /** Runs that may be queued at a time; more are refused. */
  readonly mostQueuedRuns: number;
}
