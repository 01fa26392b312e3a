import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import { type AcceptedScenario, scenarioRequestSchema, scenarioSchema } from "../schemas/scenario.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findRound, findRoundBody } from "../store/rounds.ts";
import { makeOnce } from "./idempotent.ts";
import { storedRound } from "./round-view.ts";
import { NO_ROUND } from "./rounds.ts";
import { bytesOf, haveDone } from "./run-task.ts";
import { storeRound } from "./store-round.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

/** `POST /v1/rounds/{id}/scenarios`: a what-if, stored as a round of its own that knows its parent. */
export function scenarioRoutes(app: FastifyInstance, ports: ServicePorts): void {
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
          ...problemAnswers(
            ...(["json-malformed", "body-invalid", "not-found", "request-in-progress", "body-too-large"] as const),
            ...([
              "media-type-unsupported",
              "idempotency-key-reused",
              "queue-full",
              "solver-unavailable",
              "solver-timeout",
            ] as const),
          ),
        },
      },
    },
    (request, reply) => postScenario(request, reply, ports),
  );
}

async function postScenario(request: FastifyRequest<ById>, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, readers, runLimits, now } = ports;
  const parentId = request.params.id;
  const body = bytesOf(request);
  // The same body asks for another scenario under another round.
  const fingerprint = Buffer.concat([Buffer.from(`${parentId}\n`), body]);
  const id = await makeOnce(store.db, request, fingerprint, now(), async (remember) => {
    const [parent, round] = [await findRound(store.db, parentId), await findRoundBody(store.db, parentId)];
    if (parent === null || round === null) {
      await sendProblem(reply, NO_ROUND);
      return null;
    }
    const job = { task: "scenario", body, allowed: runLimits, attachments: { round } } as const;
    const answer = await haveDone(readers, job, request, reply);
    const packed = answer?.artifacts?.[0];
    if (answer === null || packed === undefined) return null;
    const { check, lineage }: AcceptedScenario = JSON.parse(Buffer.from(answer.json).toString());
    return store.db.transaction().execute(async (tx) => {
      const scenario = { check, body: packed.bytes, parentId, dataSince: parent.data_since, lineage };
      const made = await storeRound(tx, scenario, callerOf(request).keyId, now());
      await remember(tx, made);
      return made;
    });
  });
  if (id === null) return reply;
  const row = await findRound(store.db, id);
  if (row === null) return sendProblem(reply, NO_ROUND);
  return reply
    .code(201)
    .headers({ location: `/v1/rounds/${id}`, etag: `"${row.hash}"` })
    .send(storedRound(row));
}
