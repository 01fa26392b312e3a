import type { FastifyBaseLogger } from "fastify";
import type { Now } from "../clock.ts";
import type { AllowedLimits } from "../problems.ts";
import type { SolverPool } from "../solver-process/solver-pool.ts";
import type { AttemptLimits, RunEnd } from "../store/attempts.ts";
import type { RunRow } from "../store/runs.ts";
import type { Store } from "../store/store.ts";
import type { RunWatch } from "./run-watch.ts";

/** What a worker works with. */
export interface WorkerPorts {
  readonly store: Store;
  /** Its own: a run that was taken never waits for a process behind other work. */
  readonly pool: SolverPool;
  readonly processes: number;
  readonly watch: RunWatch;
  readonly logger: FastifyBaseLogger;
  readonly now: Now;
  /** Written into the attempts. */
  readonly name: string;
  readonly allowed: AllowedLimits;
  readonly attemptLimits: AttemptLimits;
  readonly onEnd?: (run: RunRow, end: RunEnd | null, seconds: number) => void;
}
