import type { FastifyInstance } from "fastify";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { overviewSchema } from "../schemas/overview.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { verificationRequestSchema, verificationSchema } from "../schemas/verification.ts";
import { QUEUE_FULL, runTask, SOLVER_PROBLEMS, type Solving } from "./run-task.ts";

const POST_PROBLEMS = [...BODY_PROBLEMS, ...SOLVER_PROBLEMS] as const;

/** `POST /v1/placements`, `/v1/verifications` and `/v1/overviews`: stateless, answered by a solver process. */
export function solvingRoutes(app: FastifyInstance, solving: Solving): void {
  acceptJsonBytes(app);
  // Before the body is read: whoever is refused for want of room should not have sent 16 MB first.
  app.addHook("onRequest", async (_, reply) =>
    !reply.sent && solving.pool.isFull() ? sendProblem(reply, QUEUE_FULL) : undefined,
  );
  app.post(
    "/v1/placements",
    {
      schema: {
        operationId: "place",
        summary: "Place a round: a round in, the result out; nothing is stored",
        description: `Limits above ${solving.allowed.seconds} seconds or ${solving.allowed.threads} threads are refused.`,
        tags: ["solving"],
        querystring: noParameters,
        body: roundSchema,
        response: {
          200: { description: "The result", content: { "application/json": { schema: resultSchema } } },
          ...problemAnswers(...POST_PROBLEMS, "limits-too-high", "infeasible", "nothing-found"),
        },
      },
    },
    (request, reply) => runTask("place", request, reply, solving),
  );
  app.post(
    "/v1/verifications",
    {
      config: { access: "read" },
      schema: {
        operationId: "verify",
        summary: "Verify a result, or placements made by anybody, against a round",
        description: "Lists every rule broken and every figure that differs, and recomputes the value of every tier.",
        tags: ["solving"],
        querystring: noParameters,
        body: verificationRequestSchema,
        response: {
          200: { description: "What the verifier says", content: { "application/json": { schema: verificationSchema } } },
          ...problemAnswers(...POST_PROBLEMS),
        },
      },
    },
    (request, reply) => runTask("verify", request, reply, solving),
  );
  overviewRoute(app, solving);
}

function overviewRoute(app: FastifyInstance, solving: Solving): void {
  app.post(
    "/v1/overviews",
    {
      config: { access: "read" },
      schema: {
        operationId: "overview",
        summary: "Look a round over before it is solved",
        description: "Who is eligible, who asks for what against places and seats, and which targets no placement can meet.",
        tags: ["solving"],
        querystring: noParameters,
        body: roundSchema,
        response: {
          200: { description: "The overview", content: { "application/json": { schema: overviewSchema } } },
          ...problemAnswers(...POST_PROBLEMS),
        },
      },
    },
    (request, reply) => runTask("overview", request, reply, solving),
  );
}
