import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { documentedBundle } from "../schemas/bundle.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { planSchema } from "../schemas/plan.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { recordAudit } from "../store/audit.ts";
import { pageQuery } from "../store/page.ts";
import { deleteDraft, findPlan, findPlanBundle, listPlans } from "../store/plans.ts";
import { isUnchanged } from "./entity-tag.ts";
import { NO_PLAN, plan, planTag } from "./plan-view.ts";
import { sendBundle } from "./run-bundle.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };
const unzip = promisify(gunzip);

/** `GET /v1/plans`, `/{id}`, `/{id}/bundle`; `DELETE /v1/plans/{id}` for drafts. */
export function planRoutes(app: FastifyInstance, ports: ServicePorts): void {
  const { store } = ports;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/plans",
    {
      schema: {
        operationId: "listPlans",
        summary: "Plans, newest first",
        tags: ["plans"],
        querystring: pageQuery,
        response: { 200: z.strictObject({ plans: z.array(planSchema), next: z.string().nullable() }), ...problemAnswers() },
      },
    },
    async ({ query: { limit, cursor } }) => {
      const { rows, next } = await listPlans(store.db, { limit, after: cursor ?? null });
      return { plans: rows.map(plan), next };
    },
  );
  app.get<ById>(
    "/v1/plans/:id",
    {
      schema: {
        operationId: "getPlan",
        summary: "A plan, and who decided it",
        tags: ["plans"],
        params: byId,
        querystring: noParameters,
        response: { 200: planSchema, 304: NO_BODY, ...problemAnswers("not-found") },
      },
    },
    async (request, reply) => {
      const row = await findPlan(store.db, request.params.id);
      if (row === null) return sendProblem(reply, NO_PLAN);
      return isUnchanged(request, reply, planTag(row)) ? reply.code(304).send() : plan(row);
    },
  );
  planBundleRoute(app, ports);
  deletePlanRoute(app, ports);
}

function planBundleRoute(app: FastifyInstance, { store }: ServicePorts): void {
  app.get<ById>(
    "/v1/plans/:id/bundle",
    {
      schema: {
        operationId: "getPlanBundle",
        summary: "Everything needed to verify the plan offline, in one file",
        description:
          "The round as it was solved, its result and what that rests on, with a chain of salted digests that ends in the plan's `head`: `npm run verify -- FILE`. Once retention has erased the personal parts the chain of what is left still verifies. Every byte counts.",
        tags: ["plans"],
        params: byId,
        querystring: noParameters,
        response: {
          200: { description: "bundle/1", content: { "application/json": { schema: documentedBundle } } },
          304: NO_BODY,
          ...problemAnswers("not-found"),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const [row, bundle] = [await findPlan(store.db, id), await findPlanBundle(store.db, id)];
      if (row === null || bundle === null) return sendProblem(reply, NO_PLAN);
      const tag = `"${row.head}${bundle.whole === null ? " erased" : ""}"`;
      if (isUnchanged(request, reply, tag)) return reply.code(304).send();
      return sendBundle(reply, await unzip(bundle.whole ?? bundle.remains), id);
    },
  );
}

function deletePlanRoute(app: FastifyInstance, { store, now }: ServicePorts): void {
  app.delete<ById>(
    "/v1/plans/:id",
    {
      schema: {
        operationId: "deletePlan",
        summary: "Give up a draft; what is published stays",
        tags: ["plans"],
        params: byId,
        querystring: noParameters,
        response: { 204: NO_BODY, ...problemAnswers("not-found", "plan-published") },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const gone = await store.db.transaction().execute(async (tx) => {
        const deleted = await deleteDraft(tx, id);
        const act = { at: now(), actor: callerOf(request).keyId, action: "plan-deleted", subject: `plan ${id}` };
        if (deleted) await recordAudit(tx, act);
        return deleted;
      });
      if (gone) return reply.code(204).send();
      const row = await findPlan(store.db, id);
      return sendProblem(reply, row === null ? NO_PLAN : { code: "plan-published", detail: "It is not deleted." });
    },
  );
}
