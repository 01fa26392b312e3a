import type { FastifyBaseLogger } from "fastify";
import type { RunProgress } from "../../engine/search/run.ts";
import type { Now } from "../clock.ts";
import type { AllowedLimits } from "../problems.ts";
import type { RunOptions } from "../schemas/run.ts";
import type { PoolEnd, SolverPool } from "../solver-process/solver-pool.ts";
import { findArtifact } from "../store/artifacts.ts";
import {
  type Attempt,
  type AttemptLimits,
  addAttemptEvent,
  findCancelled,
  finishRun,
  giveUpAttempt,
  listSolving,
  type RunEnd,
  startAttempt,
} from "../store/attempts.ts";
import { findRoundBody } from "../store/rounds.ts";
import type { HeldRun } from "../store/run-queue.ts";
import type { RunRow } from "../store/runs.ts";
import type { Database, Store } from "../store/store.ts";
import { CANCELLED_WITH_NOTHING, runEndOf } from "./run-end.ts";
import { progressEvent } from "./run-progress.ts";
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

/** Takes runs off the queue and has them solved. */
export interface RunWorker {
  /** Runs it works on. */
  busy(): number;
  /** Looks at once whether one of them was cancelled. */
  lookForCancels(): void;
  /** Takes no more; lets what runs go on for so many seconds, then hands it back to the queue. */
  stop(seconds: number): Promise<void>;
}

const CANCEL_POLL_MILLISECONDS = 500;
const KEEP_ALIVE_MILLISECONDS = 3_000;
const STORE_AGAIN_MILLISECONDS = 1_000;

/** Starts to work; on the embedded store first hands back what the process before was killed over. */
export async function startRunWorker(ports: WorkerPorts): Promise<RunWorker> {
  const { store, logger, watch, processes } = ports;
  if (store.queue.takeoverSeconds === 0) await handBack(ports);
  const cancels = new Map<string, AbortController>();
  const working = new Set<Promise<void>>();
  let stopping = false;
  let filling = false;

  const fill = async () => {
    if (filling) return;
    filling = true;
    try {
      while (!stopping && working.size < processes) {
        const held = await store.queue.take();
        if (held === null) break;
        const controller = new AbortController();
        cancels.set(held.runId, controller);
        const work = workOn(ports, held, controller.signal).finally(() => {
          working.delete(work);
          cancels.delete(held.runId);
          watch.changed(held.runId);
          wake();
        });
        working.add(work);
      }
    } catch (error) {
      logger.error({ err: error }, "the queue cannot be read");
    } finally {
      filling = false;
    }
  };
  const wake = () => void fill();
  const lookForCancels = async () => {
    try {
      for (const runId of await findCancelled(store.db, [...cancels.keys()])) cancels.get(runId)?.abort();
    } catch (error) {
      logger.error({ err: error }, "cancels cannot be read");
    }
  };
  store.queue.onWake(wake);
  const polls = [
    setInterval(wake, store.queue.pollMilliseconds),
    setInterval(() => void lookForCancels(), CANCEL_POLL_MILLISECONDS),
  ];
  wake();
  return {
    busy: () => working.size,
    lookForCancels: () => void lookForCancels(),
    stop: async (seconds) => {
      stopping = true;
      for (const poll of polls) clearInterval(poll);
      await ports.pool.stop(seconds);
      await Promise.all(working);
    },
  };
}

async function handBack({ store, attemptLimits, now, logger }: WorkerPorts): Promise<void> {
  for (const attempt of await listSolving(store.db)) {
    const state = await store.db.transaction().execute((tx) => giveUpAttempt(tx, store, attempt, "lost", attemptLimits, now()));
    logger.warn({ run: attempt.runId, attempt: attempt.number, state }, "a run was interrupted with the process before");
  }
}

/** One attempt at a run, from the queue to the store. Never throws. */
async function workOn(ports: WorkerPorts, held: HeldRun, cancel: AbortSignal): Promise<void> {
  const { store, now, name, attemptLimits, logger, watch } = ports;
  const alive = setInterval(() => void held.keepAlive().catch(() => {}), KEEP_ALIVE_MILLISECONDS);
  try {
    const started = await store.db.transaction().execute((tx) => startAttempt(tx, held.runId, name, attemptLimits, now()));
    watch.changed(held.runId);
    if (started === null || (await attemptRun(ports, started.run, started.attempt, cancel))) await held.done();
  } catch (error) {
    logger.error({ err: error, run: held.runId }, "an attempt could not be made or kept");
    await held.putBack();
  } finally {
    clearInterval(alive);
  }
}

/** Whether what became of the attempt counts; where not, another worker has the run. */
async function attemptRun(ports: WorkerPorts, run: RunRow, attempt: Attempt, cancel: AbortSignal): Promise<boolean> {
  const { store, pool, allowed, now, attemptLimits, logger, onEnd } = ports;
  const log = logger.child({ run: run.id, attempt: attempt.number });
  const attachments = await attachmentsOf(store.db, run);
  if (attachments === null) return true;
  log.info({ round: run.round_id }, "run started");
  const started = performance.now();
  const fenced = new AbortController();
  const onProgress = progressWriter(ports, attempt, fenced);
  const end = await pool.submit(
    { task: run.task === "trade-off" ? "trade-off" : "run", body: Buffer.from(run.request), allowed, attachments },
    { cancel, leave: fenced.signal, onProgress },
  );
  const seconds = (performance.now() - started) / 1000;
  const became = whatBecame(end, cancel);
  if (end.status === "done" && end.answer.status === "failed") log.error({ failure: end.answer.message }, "run failed");
  const counts = await untilStored(log, pool.isStopping, () =>
    store.db.transaction().execute(async (tx) => {
      if (typeof became === "object") return finishRun(tx, attempt, became, now());
      return (await giveUpAttempt(tx, store, attempt, became, attemptLimits, now())) !== null;
    }),
  );
  log.info({ seconds, counts, ended: typeof became === "object" ? became.state : became }, "attempt ended");
  if (counts) onEnd?.(run, typeof became === "object" ? became : null, seconds);
  store.queue.wake();
  return counts;
}

/** The run's round, and the result of the earlier run it starts from; `null` where the round is gone. */
async function attachmentsOf(db: Database, run: RunRow): Promise<Record<string, Uint8Array> | null> {
  const round = await findRoundBody(db, run.round_id);
  if (round === null) return null;
  const { earlierRunId }: RunOptions = JSON.parse(run.request);
  const earlier = earlierRunId === undefined ? null : await findArtifact(db, earlierRunId, "result");
  return earlier === null ? { round } : { round, result: earlier.bytes };
}

/** An end of the run, or how the attempt came to nothing. */
function whatBecame(end: PoolEnd, cancel: AbortSignal): RunEnd | "crashed" | "timed-out" | "released" {
  if (end.status === "done") return runEndOf(end.answer);
  if (end.status === "shutting-down" || end.status === "queue-full" || end.status === "cancelled") return "released";
  if (cancel.aborted) return CANCELLED_WITH_NOTHING;
  return end.status === "timed-out" ? "timed-out" : "crashed";
}

/** Writes progress as it comes, one moment at a time; what comes meanwhile is passed over but for the last. */
function progressWriter({ store, now, watch, logger }: WorkerPorts, attempt: Attempt, fenced: AbortController) {
  let next: RunProgress | null = null;
  let writing = false;
  const write = async () => {
    writing = true;
    for (let progress = next; progress !== null; progress = next) {
      next = null;
      const data = progressEvent(progress);
      const counts = await store.db.transaction().execute((tx) => addAttemptEvent(tx, attempt, "progress", data, now()));
      if (!counts) fenced.abort();
      watch.changed(attempt.runId);
    }
  };
  return (progress: RunProgress) => {
    next = progress;
    if (writing) return;
    write()
      .catch((error) => logger.error({ err: error, run: attempt.runId }, "progress could not be kept"))
      .finally(() => {
        writing = false;
      });
  };
}

/** Tries again while the database does not answer: the work of an hour is not thrown away over a full disk or a restart. */
async function untilStored(
  logger: FastifyBaseLogger,
  isStopping: () => boolean,
  store: () => Promise<boolean>,
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await store();
    } catch (error) {
      if (isStopping()) throw error;
      logger.error({ err: error, tries }, "what the attempt came to cannot be stored yet");
      await new Promise((resolve) => setTimeout(resolve, STORE_AGAIN_MILLISECONDS));
    }
  }
}
