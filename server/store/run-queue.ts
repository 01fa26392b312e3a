import type { Database } from "./database.ts";

/** A run that a worker holds; the queue gives it to nobody else as long as it is kept alive. */
export interface HeldRun {
  readonly runId: string;
  /** Says that the worker still works on it. */
  keepAlive(): Promise<void>;
  /** Leaves it to whoever asks next, or once the time without a sign of life is over. */
  putBack(): Promise<void>;
  /** Takes it off the queue. */
  done(): Promise<void>;
}

/** Runs that wait for a worker, oldest first. */
export interface RunQueue {
  /** Adds a run, in the transaction that makes it `queued`. */
  add(tx: Database, runId: string): Promise<void>;
  /** The next run, or `null` where none waits. */
  take(): Promise<HeldRun | null>;
  /** Tells the workers of this process, once such a transaction is through; those elsewhere ask every `pollMilliseconds`. */
  wake(): void;
  onWake(listener: () => void): void;
  readonly pollMilliseconds: number;
  /** Seconds without a sign of life after which another worker gets a run; 0: whoever held one is gone with the process. */
  readonly takeoverSeconds: number;
}
