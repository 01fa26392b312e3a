import type { FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "../plugins/problem-answers.ts";
import type { AllowedLimits, Refusal } from "../problems.ts";
import type { Answer } from "../solver-process/answer.ts";
import type { Job } from "../solver-process/messages.ts";
import type { PoolEnd, SolverPool } from "../solver-process/solver-pool.ts";
import type { Task } from "../solver-process/tasks.ts";

/** Seconds after which a caller may try again when too much is waiting. */
const RETRY_SECONDS = 5;

/** What the routes that solve need. */
export interface Solving {
  /** Solve while the caller waits. */
  readonly pool: SolverPool;
  /** Read and check bodies: work of a second at most, that never waits behind a solve. */
  readonly readers: SolverPool;
  readonly allowed: AllowedLimits;
}

/** How a call may end that waits for a solver process. */
export const SOLVER_PROBLEMS = ["queue-full", "solver-unavailable", "solver-timeout"] as const;

export const QUEUE_FULL: Refusal = {
  code: "queue-full",
  detail: "Nothing was read or solved.",
  retryAfterSeconds: RETRY_SECONDS,
};

type Answered = Extract<Answer, { status: "answered" }>;

/** The body as bytes, on routes that take it so. */
export function bytesOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/**
 * Has a job done by a pool. Where it is not answered the problem is sent, and `null` comes back. A caller who leaves ends the work.
 */
export async function haveDone(
  pool: SolverPool,
  job: Job,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answered | null> {
  const left = new AbortController();
  const leave = () => left.abort();
  reply.raw.once("close", leave);
  const end = await pool.submit(job, { leave: left.signal });
  reply.raw.removeListener("close", leave);
  if (end.status === "done" && end.answer.status === "answered") return end.answer;
  if (end.status === "ended-early") request.log.error({ cause: end.cause }, "solver process ended early");
  if (end.status === "timed-out") request.log.error("solver process killed past its limit");
  if (end.status === "done" && end.answer.status === "failed") request.log.error({ failure: end.answer.message }, "solve failed");
  await sendProblem(reply, refusalOf(end));
  return null;
}

/** Hands a body to a solver process and answers with the JSON that comes back. */
export async function runTask(
  task: Task,
  request: FastifyRequest,
  reply: FastifyReply,
  { pool, allowed }: Pick<Solving, "pool" | "allowed">,
): Promise<FastifyReply> {
  const answer = await haveDone(pool, { task, body: bytesOf(request), allowed }, request, reply);
  if (answer === null) return reply;
  return sendJson(reply, answer.json);
}

/** Answers with JSON that a solver process made, byte by byte. */
export function sendJson(reply: FastifyReply, { buffer, byteOffset, byteLength }: Uint8Array): FastifyReply {
  return reply.header("content-type", "application/json; charset=utf-8").send(Buffer.from(buffer, byteOffset, byteLength));
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
