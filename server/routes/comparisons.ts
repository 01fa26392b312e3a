import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { comparisonRequestSchema, comparisonSchema } from "../schemas/comparison.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { ComparisonJob } from "../solver-process/answer-comparison.ts";
import { haveDone, SOLVER_PROBLEMS, sendJson } from "./run-task.ts";
import { findSolvedRun, type SolvedRun, UNSOLVED_PROBLEMS } from "./solved-run.ts";

/** `POST /v1/comparisons`: solved runs side by side. */
export function comparisonRoutes(app: FastifyInstance, { store, readers, runLimits }: ServicePorts): void {
  acceptSmallJson(app);
  app.post<{ Body: z.infer<typeof comparisonRequestSchema> }>(
    "/v1/comparisons",
    {
      config: { access: "read" },
      schema: {
        operationId: "compareRuns",
        summary: "Runs side by side: tiers, indicators, who moved and why",
        description: "Each run is compared with the first. Nothing is stored.",
        tags: ["what-if"],
        querystring: noParameters,
        body: comparisonRequestSchema,
        response: {
          200: { description: "The comparison", content: { "application/json": { schema: comparisonSchema } } },
          ...problemAnswers(...UNSOLVED_PROBLEMS, ...BODY_PROBLEMS, ...SOLVER_PROBLEMS),
        },
      },
    },
    async (request, reply) => {
      const runs: SolvedRun[] = [];
      for (const [index, id] of request.body.runs.entries()) {
        const found = await findSolvedRun(store.db, id);
        if ("refusal" in found)
          return sendProblem(reply, { ...found.refusal, detail: `Of run ${index + 1}: ${found.refusal.detail}` });
        runs.push(found);
      }
      const asked: ComparisonJob = { runs: runs.map(({ run, options }) => ({ id: run.id, options })) };
      const attachments = Object.fromEntries(
        runs.flatMap(({ round, result }, index) => [
          [`round${index}`, round],
          [`result${index}`, result],
        ]),
      );
      const job = { task: "compare", body: Buffer.from(JSON.stringify(asked)), allowed: runLimits, attachments } as const;
      const answer = await haveDone(readers, job, request, reply);
      return answer === null ? reply : sendJson(reply, answer.json);
    },
  );
}
