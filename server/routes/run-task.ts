import type { FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "../plugins/problem-answers.ts";
import type { AllowedLimits, Refusal } from "../problems.ts";
import type { Task } from "../solver-process/messages.ts";
import type { PoolEnd, SolverPool } from "../solver-process/solver-pool.ts";

/** Seconds after which a caller may try again when too much is waiting. */
const RETRY_SECONDS = 5;

/** What the routes that solve need. */
export interface Solving {
  readonly pool: SolverPool;
  readonly allowed: AllowedLimits;
}

export const QUEUE_FULL: Refusal = {
  code: "queue-full",
  detail: "Nothing was read or solved.",
  retryAfterSeconds: RETRY_SECONDS,
};

/** Hands a body to a solver process and answers with what comes back; a caller who leaves ends the work. */
export async function runTask(task: Task, request: FastifyRequest, reply: FastifyReply, solving: Solving): Promise<FastifyReply> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const left = new AbortController();
  reply.raw.once("close", () => left.abort());
  const end = await solving.pool.submit({ task, body, allowed: solving.allowed }, left.signal);
  if (end.status === "done" && end.answer.status === "answered") {
    const { buffer, byteOffset, byteLength } = end.answer.json;
    return reply.header("content-type", "application/json; charset=utf-8").send(Buffer.from(buffer, byteOffset, byteLength));
  }
  if (end.status === "ended-early") request.log.error({ cause: end.cause }, "solver process ended early");
  if (end.status === "timed-out") request.log.error("solver process killed past its limit");
  if (end.status === "done" && end.answer.status === "failed") request.log.error({ failure: end.answer.message }, "solve failed");
  return sendProblem(reply, refusalOf(end));
}

function refusalOf(end: PoolEnd): Refusal {
  switch (end.status) {
    case "done":
      if (end.answer.status === "refused") return end.answer.refusal;
      return { code: "internal-error", detail: "The request was not answered; the log has the reason under this requestId." };
    case "timed-out":
      return { code: "solver-timeout", detail: "Its own limit did not end the run in time. A smaller round or limit may pass." };
    case "ended-early":
      return { code: "solver-unavailable", detail: "Nothing was kept; the request can be sent again.", retryAfterSeconds: 1 };
    case "queue-full":
      return QUEUE_FULL;
    case "shutting-down":
    case "cancelled":
      return {
        code: "shutting-down",
        detail: "Nothing was kept; the request can be sent again.",
        retryAfterSeconds: RETRY_SECONDS,
      };
  }
}
