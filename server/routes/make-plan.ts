import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { planRequestSchema, planSchema } from "../schemas/plan.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { PlanSnapshot } from "../solver-process/plan-payload.ts";
import { recordAudit } from "../store/audit.ts";
import { createPlan, findPlan } from "../store/plans.ts";
import { findRound } from "../store/rounds.ts";
import { makeOnce } from "./idempotent.ts";
import { NO_PLAN, plan, planTag } from "./plan-view.ts";
import { haveDone, SOLVER_PROBLEMS } from "./run-task.ts";
import { findSolvedRun, UNSOLVED_PROBLEMS } from "./solved-run.ts";

type Asked = { Body: z.infer<typeof planRequestSchema> };

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
