import type { RunProgress } from "../../engine/search/run.ts";
import { type Attempt, addAttemptEvent } from "../store/attempts.ts";
import { progressEvent } from "./run-progress.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/** Writes progress as it comes, one moment at a time; what comes meanwhile is passed over but for the last. `fenced` is aborted where the attempt counts no more. */
export function progressWriter(
  { store, now, watch, logger }: Pick<WorkerPorts, "store" | "now" | "watch" | "logger">,
  attempt: Attempt,
  fenced: AbortController,
) {
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
