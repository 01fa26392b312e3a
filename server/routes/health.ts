import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type DeepCheck, deepCheck } from "../deep-check.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { Solving } from "./run-task.ts";

function up(status: string) {
  return z.strictObject({ status: z.literal(status) });
}

/**
 * `GET /health/live`: the process answers. `/health/ready`: a solver process can take a round. `/health/deep`: a tiny round was
 * really solved, in its turn, and the answer verified; callers at the same time share one check.
 */
export function healthRoutes(app: FastifyInstance, solving: Solving, tinyRound: string): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  let running: Promise<DeepCheck> | null = null;
  const check = () => {
    running ??= deepCheck(solving, tinyRound).finally(() => {
      running = null;
    });
    return running;
  };
  const unavailable = (reply: FastifyReply, detail: string) =>
    sendProblem(reply, { code: "solver-unavailable", detail, retryAfterSeconds: 1 });

  const options = { operationId: "isLive", summary: "The process answers", tags: ["health"], querystring: noParameters };
  typed.get("/health/live", { schema: { ...options, response: { 200: up("live"), ...problemAnswers() } } }, async () => ({
    status: "live",
  }));
  typed.get(
    "/health/ready",
    {
      schema: {
        ...options,
        operationId: "isReady",
        summary: "A solver process can take a round",
        response: { 200: up("ready"), ...problemAnswers("solver-unavailable") },
      },
    },
    async (_, reply) =>
      solving.pool.isReady() ? { status: "ready" } : unavailable(reply, "No solver process is ready to take a round."),
  );
  typed.get(
    "/health/deep",
    {
      schema: {
        ...options,
        operationId: "isSolving",
        summary: "A tiny round was solved and the answer verified, just now",
        response: {
          200: z.strictObject({ status: z.literal("solving"), milliseconds: z.number() }),
          ...problemAnswers("solver-unavailable"),
        },
      },
    },
    async (_, reply) => {
      const started = performance.now();
      const outcome = await check();
      if (outcome.ok) return { status: "solving" as const, milliseconds: Math.round(performance.now() - started) };
      return unavailable(reply, outcome.reason);
    },
  );
}
