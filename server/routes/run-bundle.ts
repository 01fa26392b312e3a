import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { sendProblem } from "../plugins/problem-answers.ts";
import { documentedBundle } from "../schemas/bundle.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { haveDone, SOLVER_PROBLEMS } from "./run-task.ts";
import { findSolvedRun, UNSOLVED_PROBLEMS } from "./solved-run.ts";

const byId = z.strictObject({ id: z.string() });

/** Sends the text of a bundle as a file: every byte of it counts. */
export function sendBundle(reply: FastifyReply, text: Uint8Array, name: string): FastifyReply {
  return reply
    .headers({
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.bundle.json"`,
    })
    .send(Buffer.from(text));
}

/** `GET /v1/runs/{id}/bundle`: everything needed to verify a run's result offline. */
export function runBundleRoute(app: FastifyInstance, { store, readers, runLimits }: ServicePorts): void {
  app.get<{ Params: z.infer<typeof byId> }>(
    "/v1/runs/:id/bundle",
    {
      schema: {
        operationId: "getRunBundle",
        summary: "Everything needed to verify the result offline, in one file",
        description:
          "`npm run verify -- FILE` accepts it, and no copy in which a byte differs. It is made with new salts each time it is asked for; a plan keeps one.",
        tags: ["runs"],
        params: byId,
        querystring: noParameters,
        response: {
          200: { description: "bundle/1", content: { "application/json": { schema: documentedBundle } } },
          ...problemAnswers(...UNSOLVED_PROBLEMS, ...SOLVER_PROBLEMS),
        },
      },
    },
    async (request, reply) => {
      const found = await findSolvedRun(store.db, request.params.id);
      if ("refusal" in found) return sendProblem(reply, found.refusal);
      const { round, result, options, run } = found;
      const body = Buffer.from(JSON.stringify(options));
      const job = { task: "bundle", body, allowed: runLimits, attachments: { round, result } } as const;
      const answer = await haveDone(readers, job, request, reply);
      return answer === null ? reply : sendBundle(reply, answer.json, run.id);
    },
  );
}
