import type { FastifyBaseLogger } from "fastify";
import type { RunOptions } from "../schemas/run.ts";
import type { PoolEnd } from "../solver-process/solver-pool.ts";
import { findArtifact } from "../store/artifacts.ts";
import { type Attempt, finishRun, giveUpAttempt, type RunEnd, startAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { findRoundBody } from "../store/rounds.ts";
import type { HeldRun } from "../store/run-queue.ts";
import type { RunRow } from "../store/runs.ts";
import { progressWriter } from "./progress-writer.ts";
import { CANCELLED_WITH_NOTHING, runEndOf } from "./run-end.ts";
import type { WorkerPorts } from "./worker-ports.ts";

const KEEP_ALIVE_MILLISECONDS = 3_000;
const STORE_AGAIN_MILLISECONDS = 1_000;

/** One attempt at a run, from the queue to the store. Never throws. */
export async function workOn(ports: WorkerPorts, held: HeldRun, cancel: AbortSignal): Promise<void> {
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
