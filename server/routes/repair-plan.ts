import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import { type AcceptedScenario, scenarioRequestSchema, scenarioSchema } from "../schemas/scenario.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findPlan, findPlanBundle } from "../store/plans.ts";
import { findRound } from "../store/rounds.ts";
import { makeOnce } from "./idempotent.ts";
import { ERASED, NO_PLAN } from "./plans.ts";
import { storedRound } from "./round-view.ts";
import { NO_ROUND } from "./rounds.ts";
import { bytesOf, haveDone } from "./run-task.ts";
import { storeRound } from "./store-round.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

/** `POST /v1/plans/{id}/repairs`: what a plan becomes when something drops out, with as few changes as can be. */
export function repairPlanRoute(app: FastifyInstance, ports: ServicePorts): void {
  acceptJsonBytes(app);
  app.post<ById>(
    "/v1/plans/:id/repairs",
    {
      schema: {
        operationId: "repairPlan",
        summary: "A round that stays close to a plan after something dropped out",
        description:
          "The plan's placements are published in it, then the patches are applied: solved with `POST /v1/runs`, its tier `changes` moves as few people as can be. `POST /v1/comparisons` with the plan's run says who moves and why.",
        tags: ["plans"],
        params: byId,
        querystring: noParameters,
        body: scenarioRequestSchema,
        response: {
          201: { description: "The stored round", content: { "application/json": { schema: scenarioSchema } } },
          ...problemAnswers(
            ...(["json-malformed", "body-invalid", "not-found", "data-erased", "request-in-progress", "body-too-large"] as const),
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
    (request, reply) => postRepair(request, reply, ports),
  );
}

async function postRepair(request: FastifyRequest<ById>, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, readers, runLimits, now } = ports;
  const planId = request.params.id;
  const body = bytesOf(request);
  const fingerprint = Buffer.concat([Buffer.from(`${planId}\n`), body]);
  const id = await makeOnce(store.db, request, fingerprint, now(), async (remember) => {
    const [row, bundle] = [await findPlan(store.db, planId), (await findPlanBundle(store.db, planId))?.whole ?? null];
    if (row === null || bundle === null) {
      await sendProblem(reply, row === null ? NO_PLAN : ERASED);
      return null;
    }
    const job = { task: "repair-round", body, allowed: runLimits, attachments: { plan: bundle } } as const;
    const answer = await haveDone(readers, job, request, reply);
    const packed = answer?.artifacts?.[0];
    if (answer === null || packed === undefined) return null;
    const { check, lineage }: AcceptedScenario = JSON.parse(Buffer.from(answer.json).toString());
    return store.db.transaction().execute(async (tx) => {
      const repair = { check, body: packed.bytes, parentId: row.round_id, dataSince: row.data_since, lineage };
      const made = await storeRound(tx, repair, callerOf(request).keyId, now());
      await remember(tx, made);
      return made;
    });
  });
  if (id === null) return reply;
  const round = await findRound(store.db, id);
  if (round === null) return sendProblem(reply, NO_ROUND);
  return reply
    .code(201)
    .headers({ location: `/v1/rounds/${id}`, etag: `"${round.hash}"` })
    .send(storedRound(round));
}
