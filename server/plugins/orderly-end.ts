import type { FastifyInstance } from "fastify";
import type { RunWatch } from "../jobs/run-watch.ts";
import type { RunWorker } from "../jobs/run-worker.ts";
import type { SolverPool } from "../solver-process/solver-pool.ts";
import type { Store } from "../store/store.ts";
import { sendProblem } from "./problem-answers.ts";

/** What a caller has to read the last answer. */
const ANSWER_SECONDS = 2;

/** Everything that ends with the service. */
export interface EndingParts {
  readonly pools: readonly SolverPool[];
  readonly worker: RunWorker | null;
  readonly watch: RunWatch;
  readonly store: Store;
  /** Aborted first: event streams and callers who wait for a run would hold up the close. */
  readonly stopping: AbortController;
}

/**
 * Closing stops listening at once, ends event streams, refuses what still arrives on open connections, and lets running solves go on for
 * some seconds; runs that are not over by then go back to the queue. The close is complete when every solver process is gone.
 */
export function endOrderly(app: FastifyInstance, parts: EndingParts, seconds: number): void {
  const { pools, worker, watch, store, stopping } = parts;
  let stopped: Promise<unknown> | null = null;
  let cutOff: NodeJS.Timeout | undefined;
  const stop = () => {
    stopping.abort();
    stopped ??= Promise.all([worker?.stop(seconds), ...pools.map((pool) => pool.stop(seconds))]);
    return stopped;
  };
  app.addHook("preClose", async () => {
    void stop();
    // A caller who does not read the answer would hold up the close as well.
    cutOff = setTimeout(() => app.server.closeAllConnections(), (seconds + ANSWER_SECONDS) * 1000);
  });
  app.addHook("onClose", async () => {
    clearTimeout(cutOff);
    await stop();
    watch.close();
    await store.close();
  });
  app.addHook("onRequest", async (_, reply) =>
    stopping.signal.aborted
      ? sendProblem(reply, {
          code: "shutting-down",
          detail: "Send the request to another instance, or again.",
          retryAfterSeconds: 5,
        })
      : undefined,
  );
  app.addHook("onSend", async (_, reply) => {
    reply.headers({ "request-id": reply.request.id, "x-content-type-options": "nosniff" });
    // An idle connection that is kept open would hold up the close.
    if (stopping.signal.aborted) reply.header("connection", "close");
  });
}
