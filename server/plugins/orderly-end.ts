import type { FastifyInstance } from "fastify";
import type { SolverPool } from "../solver-process/solver-pool.ts";
import { sendProblem } from "./problem-answers.ts";

/**
 * Closing stops listening at once, refuses what still arrives on open connections, and lets running solves go on for some seconds;
 * the close is complete when every solver process is gone.
 */
export function endOrderly(app: FastifyInstance, pool: SolverPool, seconds: number): void {
  let stopped: Promise<void> | null = null;
  app.addHook("preClose", async () => {
    stopped = pool.stop(seconds);
  });
  app.addHook("onClose", async () => {
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
