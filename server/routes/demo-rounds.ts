import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { day } from "../../engine/input/atoms.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { type DemoRound, startingAfter } from "../demo-rounds.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";

const query = z.strictObject({ after: day.optional() });

const listed = z.object({
  id: z.string(),
  description: z.string(),
  candidates: z.int(),
  missions: z.int(),
  hosts: z.int(),
  promotions: z.int(),
});

/** `GET /v1/demo-rounds` and `GET /v1/demo-rounds/{id}`: the shipped rounds, to try the service with. */
export function demoRoundRoutes(app: FastifyInstance, rounds: ReadonlyMap<string, DemoRound>): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/demo-rounds",
    {
      schema: {
        operationId: "listDemoRounds",
        summary: "The shipped rounds and their sizes",
        tags: ["reference"],
        querystring: noParameters,
        response: { 200: z.strictObject({ demoRounds: z.array(listed) }), ...problemAnswers() },
      },
    },
    async () => ({ demoRounds: [...rounds.values()].map(({ text: _, ...size }) => size) }),
  );
  app.get<{ Params: { readonly id: string }; Querystring: z.infer<typeof query> }>(
    "/v1/demo-rounds/:id",
    {
      schema: {
        operationId: "getDemoRound",
        summary: "A shipped round, as POST /v1/placements takes it",
        description:
          "With `after` every day in it is moved on by whole years, so that its first promotion starts after that day.",
        tags: ["reference"],
        params: z.strictObject({ id: z.string() }),
        querystring: query,
        response: {
          200: { description: "The round", content: { "application/json": { schema: roundSchema } } },
          ...problemAnswers("not-found"),
        },
      },
    },
    async ({ params, query: { after } }, reply) => {
      const round = rounds.get(params.id);
      if (round === undefined) return sendProblem(reply, { code: "not-found", detail: "There is no demo round with this id." });
      return reply
        .header("content-type", "application/json; charset=utf-8")
        .send(Buffer.from(after === undefined ? round.text : startingAfter(round.text, after)));
    },
  );
}
