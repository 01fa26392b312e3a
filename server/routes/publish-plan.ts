import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import type { Refusal } from "../problems.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { planSchema, publicationSchema } from "../schemas/plan.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { Recheck } from "../solver-process/answer-recheck.ts";
import { recordAudit } from "../store/audit.ts";
import { findPlan, findPlanBundle, type PlanHead, publishPlan } from "../store/plans.ts";
import { findRound, findRoundBody } from "../store/rounds.ts";
import { ERASED, NO_PLAN, plan, planTag } from "./plan-view.ts";

import { haveDone, SOLVER_PROBLEMS } from "./run-task.ts";

const byId = z.strictObject({ id: z.string() });
type Asked = { Params: z.infer<typeof byId>; Body: z.infer<typeof publicationSchema> };

/** Data a day old are today's. */
const MOST_DATA_MILLISECONDS = 86_400_000;
const MOST_VIOLATIONS = 100;

/** `POST /v1/plans/{id}/publish`: a named human decision with its reason, after every person was checked against today's data. */
export function publishPlanRoute(app: FastifyInstance, ports: ServicePorts): void {
  acceptSmallJson(app);
  app.post<Asked>(
    "/v1/plans/:id/publish",
    {
      config: { access: "publish" },
      schema: {
        operationId: "publishPlan",
        summary: "Publish a plan: it never changes again",
        description:
          "Needs the plan's `ETag` in `If-Match`, so that what is decided is what was looked at. Every person is checked against the round `dataRoundId`; whoever has withdrawn, no longer fits or would start in the past keeps the plan from being published.",
        tags: ["plans"],
        params: byId,
        querystring: noParameters,
        body: publicationSchema,
        response: {
          200: { description: "The published plan", content: { "application/json": { schema: planSchema } } },
          ...problemAnswers(
            ...(["not-found", "plan-published", "plan-outdated", "data-outdated", "data-erased", "round-has-issues"] as const),
            ...(["precondition-failed", "precondition-required"] as const),
            ...BODY_PROBLEMS,
            ...SOLVER_PROBLEMS,
          ),
        },
      },
    },
    (request, reply) => publish(request, reply, ports),
  );
}

async function publish(request: FastifyRequest<Asked>, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, now } = ports;
  const row = await findPlan(store.db, request.params.id);
  const refusal = row === null ? NO_PLAN : preconditionRefusal(request, row);
  if (row === null || refusal !== null) return sendProblem(reply, refusal ?? NO_PLAN);
  const { decision, dataRoundId } = request.body;
  const recheck = await recheckPlan(row, request, reply, ports);
  if (recheck === null) return reply;
  if (recheck.violations.length > 0) {
    const violations = recheck.violations.slice(0, MOST_VIOLATIONS);
    const detail = `${recheck.violations.length} rules would be broken today. Nothing was published.`;
    return sendProblem(reply, { code: "plan-outdated", detail, violations, total: recheck.violations.length });
  }
  const [at, by] = [now(), callerOf(request).keyId];
  const published = await store.db.transaction().execute(async (tx) => {
    const publication = { published_at: at, published_by: by, decision: JSON.stringify(decision), data_round_id: dataRoundId };
    if (!(await publishPlan(tx, row.id, row.version, publication))) return false;
    const detail = { decision, dataRoundId, head: row.head, persons: recheck.persons };
    await recordAudit(tx, { at, actor: by, action: "plan-published", subject: `plan ${row.id}`, detail });
    return true;
  });
  const after = await findPlan(store.db, row.id);
  if (!published || after === null) return sendProblem(reply, CHANGED);
  return reply.header("etag", planTag(after)).send(plan(after));
}

const CHANGED: Refusal = { code: "precondition-failed", detail: "It is no longer as it was. Look at it again." };

function preconditionRefusal({ headers }: FastifyRequest, row: PlanHead): Refusal | null {
  const given = headers["if-match"];
  if (given === undefined) return { code: "precondition-required", detail: "Send the plan's ETag in If-Match." };
  const tags = given.split(",").map((tag) => tag.trim());
  // A weak tag never matches (RFC 9110, 13.1.1), and `*` would publish what nobody looked at.
  if (!tags.includes(planTag(row))) return CHANGED;
  return row.state === "published" ? { code: "plan-published", detail: "It is published already." } : null;
}

/** Every person against today's data; where they cannot be checked the problem is sent, and `null` comes back. */
async function recheckPlan(
  row: PlanHead,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  { store, readers, runLimits, now }: ServicePorts,
): Promise<Recheck | null> {
  const { dataRoundId } = request.body;
  const [data, round] = [await findRound(store.db, dataRoundId), await findRoundBody(store.db, dataRoundId)];
  const bundle = (await findPlanBundle(store.db, row.id))?.whole ?? null;
  const refusal: Refusal | null =
    data === null || round === null
      ? { code: "not-found", detail: "There is no round with this dataRoundId." }
      : Date.parse(now()) - Date.parse(data.created_at) > MOST_DATA_MILLISECONDS
        ? { code: "data-outdated", detail: "The round dataRoundId is more than a day old." }
        : bundle === null
          ? ERASED
          : null;
  if (refusal !== null || round === null || bundle === null) {
    await sendProblem(reply, refusal ?? ERASED);
    return null;
  }
  const body = Buffer.from(JSON.stringify(now().slice(0, 10)));
  const job = { task: "recheck", body, allowed: runLimits, attachments: { round, plan: bundle } } as const;
  const answer = await haveDone(readers, job, request, reply);
  return answer === null ? null : JSON.parse(Buffer.from(answer.json).toString());
}
