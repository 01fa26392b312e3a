import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { scenarioRequestSchema, scenarioSchema } from "../schemas/scenario.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findRound, findRoundBody } from "../store/rounds.ts";
import { makeRound, NO_ROUND } from "./make-round.ts";
import { bytesOf, SOLVER_PROBLEMS } from "./run-task.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

/** `POST /v1/rounds/{id}/scenarios`: a what-if, stored as a round of its own that knows its parent. */
export function scenarioRoutes(app: FastifyInstance, ports: ServicePorts): void {
  const { store } = ports;
  acceptJsonBytes(app);
  app.post<ById>(
    "/v1/rounds/:id/scenarios",
    {
      schema: {
        operationId: "createScenario",
        summary: "A what-if: a new round, made of a stored one by typed patches",
        description:
          "The patches are applied in their order. The parent's seed is kept, so that what moves people is the change and not another draw. The new round is checked and stored as any other; with `Idempotency-Key` the same request again answers what the first made.",
        tags: ["rounds"],
        params: byId,
        querystring: noParameters,
        body: scenarioRequestSchema,
        response: {
          201: { description: "The stored scenario", content: { "application/json": { schema: scenarioSchema } } },
          ...problemAnswers("not-found", ...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS, ...SOLVER_PROBLEMS),
        },
      },
    },
    (request, reply) => {
      const parentId = request.params.id;
      const body = bytesOf(request);
      // The same body asks for another scenario under another round.
      const fingerprint = Buffer.concat([Buffer.from(`${parentId}\n`), body]);
      return makeRound(request, reply, ports, fingerprint, async () => {
        const [parent, round] = [await findRound(store.db, parentId), await findRoundBody(store.db, parentId)];
        if (parent === null || round === null) return NO_ROUND;
        const job = { task: "scenario", body, attachments: { round } } as const;
        return { job, parent: { id: parentId, dataSince: parent.data_since } };
      });
    },
  );
}
