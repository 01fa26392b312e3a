import type { FastifyInstance, FastifyReply } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type DeepCheck, deepCheck } from "../deep-check.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import { countOpenRuns } from "../store/runs.ts";
import type { Store } from "../store/store.ts";
import type { Solving } from "./run-task.ts";

function up(status: string) {
  return z.strictObject({ status: z.literal(status) });
}

/**
 * `GET /health/live`: the process answers. `/health/ready`: a solver process can take a round, and the store answers. `/health/deep`: a tiny round was
 * really solved, in its turn, and the answer verified; callers at the same time share one check.
 */
export function healthRoutes(app: FastifyInstance, solving: Solving, store: Store, tinyRound: string): void {
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

  const config = { access: "open" } as const;
  const options = { operationId: "isLive", summary: "The process answers", tags: ["health"], querystring: noParameters };
  typed.get("/health/live", { config, schema: { ...options, response: { 200: up("live"), ...problemAnswers() } } }, async () => ({
    status: "live",
  }));
  typed.get(
    "/health/ready",
    {
      config,
      schema: {
        ...options,
        operationId: "isReady",
        summary: "A solver process can take a round and the store answers",
        response: { 200: up("ready"), ...problemAnswers("solver-unavailable", "storage-unavailable") },
      },
    },
    async (_, reply) => {
      if (!solving.pool.isReady()) return unavailable(reply, "No solver process is ready to take a round.");
      // Answers `storage-unavailable` by its exception.
      await countOpenRuns(store.db);
      return { status: "ready" };
    },
  );
  typed.get(
    "/health/deep",
    {
      config,
      schema: {
        ...options,
        operationId: "isSolving",
        summary: "A tiny round was solved and the answer verified, just now",
        response: {
          200: z.strictObject({ status: z.literal("solving"), milliseconds: z.number() }),
          ...problemAnswers("solver-unavailable", "storage-unavailable"),
        },
      },
    },
    async (_, reply) => {
      const started = performance.now();
      await store.check();
      const outcome = await check();
      if (outcome.ok) return { status: "solving" as const, milliseconds: Math.round(performance.now() - started) };
      return unavailable(reply, outcome.reason);
    },
  );
}
