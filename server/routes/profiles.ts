import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { PROFILES } from "../../engine/profiles/catalogue.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import { profileSchema } from "../schemas/profile.ts";

const listed = profileSchema.pick({ id: true, status: true, source: true });

/** `GET /v1/profiles` and `GET /v1/profiles/{id}`: the sets of rules a round can name. */
export function profileRoutes(app: FastifyInstance): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/profiles",
    {
      schema: {
        operationId: "listProfiles",
        summary: "The sets of rules a round can name",
        tags: ["reference"],
        querystring: noParameters,
        response: { 200: z.strictObject({ profiles: z.array(listed) }), ...problemAnswers() },
      },
    },
    async () => ({ profiles: [...PROFILES.values()].map(({ id, status, source }) => ({ id, status, source })) }),
  );
  app.get<{ Params: { readonly id: string } }>(
    "/v1/profiles/:id",
    {
      schema: {
        operationId: "getProfile",
        summary: "A set of rules: which apply, with which defaults, under which articles",
        tags: ["reference"],
        params: z.strictObject({ id: z.string() }),
        querystring: noParameters,
        response: { 200: profileSchema, ...problemAnswers("not-found") },
      },
    },
    async ({ params }, reply) => {
      const profile = PROFILES.get(params.id);
      return profile ?? sendProblem(reply, { code: "not-found", detail: "There is no profile with this id." });
    },
  );
}
