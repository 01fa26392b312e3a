import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { scenarioRequestSchema, scenarioSchema } from "../schemas/scenario.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findPlan, findPlanBundle } from "../store/plans.ts";
import { makeRound } from "./make-round.ts";
import { ERASED, NO_PLAN } from "./plan-view.ts";
import { bytesOf, SOLVER_PROBLEMS } from "./run-task.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

/** `POST /v1/plans/{id}/repairs`: what a plan becomes when something drops out, with as few changes as can be. */
export function repairPlanRoute(app: FastifyInstance, ports: ServicePorts): void {
  const { store } = ports;
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
          ...problemAnswers("not-found", "data-erased", ...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS, ...SOLVER_PROBLEMS),
        },
      },
    },
    (request, reply) => {
      const planId = request.params.id;
      const body = bytesOf(request);
      // The same body asks for another repair of another plan.
      const fingerprint = Buffer.concat([Buffer.from(`${planId}\n`), body]);
      return makeRound(request, reply, ports, fingerprint, async () => {
        const [row, bundle] = [await findPlan(store.db, planId), (await findPlanBundle(store.db, planId))?.whole ?? null];
        if (row === null) return NO_PLAN;
        if (bundle === null) return ERASED;
        const job = { task: "repair-round", body, attachments: { plan: bundle } } as const;
        return { job, parent: { id: row.round_id, dataSince: row.data_since } };
      });
    },
  );
}
