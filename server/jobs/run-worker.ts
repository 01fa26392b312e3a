import { findCancelled, giveUpAttempt, listSolving } from "../store/attempts.ts";
import { workOn } from "./run-attempt.ts";
import type { WorkerPorts } from "./worker-ports.ts";

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
