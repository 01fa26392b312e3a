import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { documentedBundle } from "../schemas/bundle.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { planRequestSchema, planSchema } from "../schemas/plan.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { PlanSnapshot } from "../solver-process/plan-payload.ts";
import { recordAudit } from "../store/audit.ts";
import { pageQuery } from "../store/page.ts";
import { createPlan, deleteDraft, findPlan, findPlanBundle, listPlans } from "../store/plans.ts";
import { findRound } from "../store/rounds.ts";
import { isUnchanged } from "./entity-tag.ts";
import { makeOnce } from "./idempotent.ts";
import { plan, planTag } from "./plan-view.ts";
import { sendBundle } from "./run-bundle.ts";
import { haveDone, SOLVER_PROBLEMS } from "./run-task.ts";
import { findSolvedRun, UNSOLVED_PROBLEMS } from "./solved-run.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };
type Asked = { Body: z.infer<typeof planRequestSchema> };
const unzip = promisify(gunzip);

export const NO_PLAN = { code: "not-found", detail: "There is no plan with this id." } as const;

/** `POST /v1/plans`: a solved run, frozen as what a decision is to be made of. */
export function postPlanRoute(app: FastifyInstance, ports: ServicePorts): void {
  acceptSmallJson(app);
  app.post<Asked>(
    "/v1/plans",
    {
      schema: {
        operationId: "createPlan",
        summary: "Make a plan of a solved run",
        description: "The plan holds the round and the result, whatever happens to them. It is a draft until it is published.",
        tags: ["plans"],
        querystring: noParameters,
        body: planRequestSchema,
        response: {
          201: { description: "The draft", content: { "application/json": { schema: planSchema } } },
          ...problemAnswers(...UNSOLVED_PROBLEMS, ...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS, ...SOLVER_PROBLEMS),
        },
      },
    },
    (request, reply) => postPlan(request, reply, ports),
  );
}

async function postPlan(request: FastifyRequest<Asked>, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, readers, runLimits, now } = ports;
  const { runId } = request.body;
  const id = await makeOnce(store.db, request, Buffer.from(runId), now(), async (remember) => {
    const found = await findSolvedRun(store.db, runId);
    if ("refusal" in found) {
      await sendProblem(reply, found.refusal);
      return null;
    }
    const { run, options, round, result } = found;
    const job = {
      task: "plan-snapshot",
      body: Buffer.from(JSON.stringify(options)),
      allowed: runLimits,
      attachments: { round, result },
    };
    const answer = await haveDone(readers, { ...job, task: "plan-snapshot" }, request, reply);
    const [bundle, remains] = answer?.artifacts ?? [];
    if (answer === null || bundle === undefined || remains === undefined) return null;
    const { name, head, summary }: PlanSnapshot = JSON.parse(Buffer.from(answer.json).toString());
    const made = { id: randomUUID(), at: now(), by: callerOf(request).keyId };
    await store.db.transaction().execute(async (tx) => {
      const since = (await findRound(tx, run.round_id))?.data_since ?? made.at;
      await createPlan(tx, {
        ...{
          id: made.id,
          run_id: runId,
          round_id: run.round_id,
          name,
          created_at: made.at,
          created_by: made.by,
          data_since: since,
        },
        ...{ state: "draft", version: 1, summary: JSON.stringify(summary), bundle: bundle.bytes, remains: remains.bytes, head },
        ...{ published_at: null, published_by: null, decision: null, data_round_id: null, erased_at: null },
      });
      const act = { at: made.at, actor: made.by, action: "plan-created", subject: `plan ${made.id}`, detail: { runId, head } };
      await recordAudit(tx, act);
      await remember(tx, made.id);
    });
    return made.id;
  });
  if (id === null) return reply;
  const row = await findPlan(store.db, id);
  if (row === null) return sendProblem(reply, NO_PLAN);
  return reply
    .code(201)
    .headers({ location: `/v1/plans/${id}`, etag: planTag(row) })
    .send(plan(row));
}

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

export const ERASED = {
  code: "data-erased",
  detail: "Personal data are kept for the time the law allows; the digests stay.",
} as const;

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
