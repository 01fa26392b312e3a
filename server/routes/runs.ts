import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { callerOf } from "../auth/authenticate.ts";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { runRequestSchema, runSchema, runStateSchema } from "../schemas/run.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findArtifact } from "../store/artifacts.ts";
import { recordAudit } from "../store/audit.ts";
import { pageQuery } from "../store/page.ts";
import { countOpenRuns, findRun, isOver, listRuns, requestCancel } from "../store/runs.ts";
import { readRunRequest, storeRun } from "./accept-run.ts";
import { isUnchanged } from "./entity-tag.ts";
import { makeOnce } from "./idempotent.ts";
import { bytesOf, QUEUE_FULL, SOLVER_PROBLEMS } from "./run-task.ts";
import { listedRun, runTag, wholeRun } from "./run-view.ts";
import { secondsToWait, waitForRun } from "./wait-for-run.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

/** Seconds after which to look at a run again. */
const LOOK_AGAIN_SECONDS = 1;

export const NO_RUN = { code: "not-found", detail: "There is no run with this id." } as const;

const POST_PROBLEMS = ["not-found", "round-has-issues", ...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS, ...SOLVER_PROBLEMS] as const;

/** `POST /v1/runs`: a run of a stored round, or of one that is sent along. */
export function postRunRoute(app: FastifyInstance, ports: ServicePorts): void {
  acceptJsonBytes(app);
  app.post(
    "/v1/runs",
    {
      schema: {
        operationId: "createRun",
        summary: "Queue a run",
        description: `Answered as soon as it is queued for good. With \`Prefer: wait=N\` the answer waits up to N seconds, and is the result where there is one by then. With \`Idempotency-Key\` the same request again answers the same run. At most ${ports.runLimits.seconds} seconds and ${ports.runLimits.threads} threads.`,
        tags: ["runs"],
        querystring: noParameters,
        body: runRequestSchema,
        response: {
          200: { description: "The result (`Prefer: wait=N`)", content: { "application/json": { schema: resultSchema } } },
          202: { description: "The run", content: { "application/json": { schema: runSchema } } },
          ...problemAnswers(...POST_PROBLEMS),
        },
      },
    },
    (request, reply) => postRun(request, reply, ports),
  );
}

async function postRun(request: FastifyRequest, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, now } = ports;
  const id = await makeOnce(store.db, request, bytesOf(request), now(), async (remember) => {
    if ((await countOpenRuns(store.db)).queued >= ports.mostQueuedRuns) {
      await sendProblem(reply, QUEUE_FULL);
      return null;
    }
    const accepted = await readRunRequest(request, reply, ports);
    if (accepted === null) return null;
    const made = await store.db.transaction().execute(async (tx) => {
      const runId = await storeRun(tx, accepted, request, ports);
      await remember(tx, runId);
      return runId;
    });
    store.queue.wake();
    return made;
  });
  if (id === null) return reply;
  const seconds = secondsToWait(request);
  const run = await waitForRun(ports, id, seconds, reply);
  if (run === null) return sendProblem(reply, NO_RUN);
  reply.header("location", `/v1/runs/${id}`);
  if (seconds > 0) reply.header("preference-applied", `wait=${seconds}`);
  const result = seconds > 0 && isOver(run.state) ? await findArtifact(store.db, id, "result") : null;
  if (result !== null) {
    reply.headers({ "content-location": `/v1/runs/${id}/result`, "content-type": "application/json; charset=utf-8" });
    return reply.send(Buffer.from(result.bytes));
  }
  reply.headers({ etag: runTag(run), "retry-after": LOOK_AGAIN_SECONDS });
  return reply.code(202).send(await wholeRun(store.db, run));
}

/** `GET /v1/runs` and `/{id}`, `POST /{id}/cancel`. */
export function runRoutes(app: FastifyInstance, ports: ServicePorts): void {
  const { store } = ports;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/runs",
    {
      schema: {
        operationId: "listRuns",
        summary: "Runs, newest first, without their progress",
        tags: ["runs"],
        querystring: pageQuery.extend({ roundId: z.string().max(100).optional(), state: runStateSchema.optional() }),
        response: { 200: z.strictObject({ runs: z.array(runSchema), next: z.string().nullable() }), ...problemAnswers() },
      },
    },
    async ({ query: { limit, cursor, roundId, state } }) => {
      const { rows, next } = await listRuns(store.db, { roundId, state }, { limit, after: cursor ?? null });
      return { runs: rows.map(listedRun), next };
    },
  );
  app.get<ById>(
    "/v1/runs/:id",
    {
      schema: {
        operationId: "getRun",
        summary: "Where a run is and what came of it",
        tags: ["runs"],
        params: byId,
        querystring: noParameters,
        response: { 200: runSchema, 304: NO_BODY, ...problemAnswers("not-found") },
      },
    },
    async (request, reply) => {
      const run = await findRun(store.db, request.params.id);
      if (run === null) return sendProblem(reply, NO_RUN);
      if (!isOver(run.state)) reply.header("retry-after", LOOK_AGAIN_SECONDS);
      return isUnchanged(request, reply, runTag(run)) ? reply.code(304).send() : wholeRun(store.db, run);
    },
  );
  cancelRoute(app, ports);
}

function cancelRoute(app: FastifyInstance, ports: ServicePorts): void {
  const { store, now, watch } = ports;
  app.post<ById>(
    "/v1/runs/:id/cancel",
    {
      schema: {
        operationId: "cancelRun",
        summary: "End a run; the best placement found is kept",
        description: "Asking again changes nothing. 202 while the run is on its way to its end, 200 once it is over.",
        tags: ["runs"],
        params: byId,
        querystring: noParameters,
        response: {
          200: { description: "The run, over", content: { "application/json": { schema: runSchema } } },
          202: { description: "The run, ending", content: { "application/json": { schema: runSchema } } },
          ...problemAnswers("not-found"),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const run = await store.db.transaction().execute(async (tx) => {
        const before = await findRun(tx, id);
        const after = await requestCancel(tx, id, now());
        const act = { at: now(), actor: callerOf(request).keyId, action: "run-cancelled", subject: `run ${id}` };
        if (before?.cancel_requested === 0 && after?.cancel_requested === 1) await recordAudit(tx, act);
        return after;
      });
      if (run === null) return sendProblem(reply, NO_RUN);
      watch.changed(id);
      ports.lookForCancels();
      reply.code(isOver(run.state) ? 200 : 202).header("etag", runTag(run));
      return wholeRun(store.db, run);
    },
  );
}
