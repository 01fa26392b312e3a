import type { FastifyInstance } from "fastify";
import type { SolverPool } from "../solver-process/solver-pool.ts";
import { sendProblem } from "./problem-answers.ts";

/** What a caller has to read the last answer. */
const ANSWER_SECONDS = 2;

/**
 * Closing stops listening at once, refuses what still arrives on open connections, and lets running solves go on for some seconds;
 * the close is complete when every solver process is gone.
 */
export function endOrderly(app: FastifyInstance, pool: SolverPool, seconds: number): void {
  let stopped: Promise<void> | null = null;
  let cutOff: NodeJS.Timeout | undefined;
  app.addHook("preClose", async () => {
    stopped = pool.stop(seconds);
    // A caller who does not read the answer would hold up the close as well.
    cutOff = setTimeout(() => app.server.closeAllConnections(), (seconds + ANSWER_SECONDS) * 1000);
  });
  app.addHook("onClose", async () => {
    clearTimeout(cutOff);
    await (stopped ?? pool.stop(seconds));
  });
  app.addHook("onRequest", async (_, reply) =>
    pool.isStopping()
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
    if (pool.isStopping()) reply.header("connection", "close");
  });
}
