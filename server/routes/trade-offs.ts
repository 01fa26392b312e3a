import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { InputIssue } from "../../engine/domain/input-issue.ts";
import type { TierResult } from "../../engine/domain/result.ts";
import { openCurve } from "../../engine/simulate/trade-off/curve-tiers.ts";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { ParameterError } from "../plugins/strict-parameters.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { tradeOffRequestSchema, tradeOffSchema } from "../schemas/trade-off.ts";
import type { ServicePorts } from "../service-ports.ts";
import { limitIssues } from "../solver-process/limit-issues.ts";
import { findArtifact } from "../store/artifacts.ts";
import { recordAudit } from "../store/audit.ts";
import { countOpenRuns, createRun, findRun, isOver, type RunRow } from "../store/runs.ts";
import { makeOnce } from "./idempotent.ts";
import { QUEUE_FULL } from "./run-task.ts";
import { runTag, wholeRun } from "./run-view.ts";
import { findSolvedRun, UNSOLVED_PROBLEMS } from "./solved-run.ts";
import { secondsToWait, waitForRun } from "./wait-for-run.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };
type Asked = { Body: z.infer<typeof tradeOffRequestSchema> };

const LOOK_AGAIN_SECONDS = 1;
const NO_CURVE = { code: "not-found", detail: "There is no trade-off curve with this id." } as const;

/** `POST /v1/trade-offs` and `GET /v1/trade-offs/{id}`: the exact points of a curve, made by a run of their own. */
export function tradeOffRoutes(app: FastifyInstance, ports: ServicePorts): void {
  acceptSmallJson(app);
  const answer = (description: string) => ({ description, content: { "application/json": { schema: tradeOffSchema } } });
  app.post<Asked>(
    "/v1/trade-offs",
    {
      schema: {
        operationId: "createTradeOff",
        summary: "What one tier gains when an earlier one may lose",
        description:
          "Exact points (epsilon-constraint) of the curve between two tiers of a solved run, every earlier tier as it is. The work is a run: follow, cancel and list it as any other. With `Prefer: wait=N` the answer waits up to N seconds for it.",
        tags: ["what-if"],
        querystring: noParameters,
        body: tradeOffRequestSchema,
        response: {
          200: answer("The curve (`Prefer: wait=N`)"),
          202: answer("The run that makes the curve"),
          ...problemAnswers(...UNSOLVED_PROBLEMS, ...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS, "queue-full"),
        },
      },
    },
    (request, reply) => postTradeOff(request, reply, ports),
  );
  app.get<ById>(
    "/v1/trade-offs/:id",
    {
      schema: {
        operationId: "getTradeOff",
        summary: "A trade-off curve, and the run that makes it",
        tags: ["what-if"],
        params: byId,
        querystring: noParameters,
        response: { 200: answer("The curve, `null` before the run has ended"), ...problemAnswers("not-found") },
      },
    },
    async ({ params }, reply) => {
      const run = await findRun(ports.store.db, params.id);
      return run === null || run.task !== "trade-off" ? sendProblem(reply, NO_CURVE) : sendCurve(reply, run, ports);
    },
  );
}

async function postTradeOff(request: FastifyRequest<Asked>, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, now } = ports;
  const fingerprint = Buffer.from(JSON.stringify(request.body));
  const id = await makeOnce(store.db, request, fingerprint, now(), async (remember) => {
    if ((await countOpenRuns(store.db)).queued >= ports.mostQueuedRuns) return refused(sendProblem(reply, QUEUE_FULL));
    const { runId, ...question } = request.body;
    const base = await findSolvedRun(store.db, runId);
    if ("refusal" in base) return refused(sendProblem(reply, base.refusal));
    const issues = [...curveIssues(base.run, question), ...limitIssues(question.limits, ports.runLimits)];
    if (issues.length > 0) throw new ParameterError("body", issues);
    const { policy, seed } = base.options;
    const made = { id: randomUUID(), by: callerOf(request).keyId, at: now() };
    await store.db.transaction().execute(async (tx) => {
      await createRun(tx, store, {
        ...{ id: made.id, roundId: base.run.round_id, task: "trade-off", createdBy: made.by, at: made.at },
        request: { ...question, policy, seed, earlierRunId: runId },
      });
      const act = { at: made.at, actor: made.by, action: "trade-off-created", subject: `run ${made.id}`, detail: { runId } };
      await recordAudit(tx, act);
      await remember(tx, made.id);
    });
    store.queue.wake();
    return made.id;
  });
  if (id === null) return reply;
  const run = await waitForRun(ports, id, secondsToWait(request), reply);
  if (run === null) return sendProblem(reply, NO_CURVE);
  reply.code(isOver(run.state) ? 200 : 202).headers({ location: `/v1/trade-offs/${id}`, etag: runTag(run) });
  if (!isOver(run.state)) reply.header("retry-after", LOOK_AGAIN_SECONDS);
  return sendCurve(reply, run, ports);
}

async function refused(sent: FastifyReply): Promise<null> {
  await sent;
  return null;
}

/** Whether there is a curve between these tiers, as far as the run's summary tells. */
function curveIssues(run: RunRow, { give, gain }: Pick<Asked["Body"], "give" | "gain">): readonly InputIssue[] {
  const { tiers = [] }: { readonly tiers?: readonly TierResult[] } = JSON.parse(run.summary ?? "{}");
  const named = tiers.map(({ objectives }) => ({ objectives, weights: objectives.map(() => 1), allowance: { absolute: 0 } }));
  const opened = openCurve(named, give, gain);
  return opened.ok ? [] : opened.issues;
}

async function sendCurve(reply: FastifyReply, run: RunRow, { store }: ServicePorts): Promise<FastifyReply> {
  const curve = isOver(run.state) ? await findArtifact(store.db, run.id, "trade-off") : null;
  const text = curve === null ? "null" : Buffer.from(curve.bytes).toString();
  const whole = JSON.stringify(await wholeRun(store.db, run));
  return reply.header("content-type", "application/json; charset=utf-8").send(Buffer.from(`{"run":${whole},"curve":${text}}`));
}
