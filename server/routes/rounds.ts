import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { callerOf } from "../auth/authenticate.ts";
import { acceptJsonBytes } from "../plugins/json-bytes.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { listedRoundSchema, storedRoundSchema } from "../schemas/round.ts";
import type { ServicePorts } from "../service-ports.ts";
import { recordAudit } from "../store/audit.ts";
import { pageQuery } from "../store/page.ts";
import { deleteRound, findRound, findRoundBody, listRounds } from "../store/rounds.ts";
import { isUnchanged } from "./entity-tag.ts";
import { makeRound, NO_ROUND } from "./make-round.ts";
import { listedRound, storedRound } from "./round-view.ts";
import { bytesOf, SOLVER_PROBLEMS } from "./run-task.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };
const unzip = promisify(gunzip);

/** `POST /v1/rounds`: a round is kept whatever is wrong with its data, as long as it follows its schema and carries no personal data. */
export function postRoundRoute(app: FastifyInstance, ports: ServicePorts): void {
  acceptJsonBytes(app);
  app.post(
    "/v1/rounds",
    {
      schema: {
        operationId: "createRound",
        summary: "Store a round and check it",
        description:
          "Data that contradict each other or the law are kept and listed as issues. A round that breaks its schema, or carries names, numbers or addresses of persons, is refused. With `Idempotency-Key` the same request again answers what the first made.",
        tags: ["rounds"],
        querystring: noParameters,
        body: roundSchema,
        response: {
          201: { description: "The stored round", content: { "application/json": { schema: storedRoundSchema } } },
          ...problemAnswers(...POST_PROBLEMS),
        },
      },
    },
    (request, reply) => {
      const body = bytesOf(request);
      return makeRound(request, reply, ports, body, async () => ({ job: { task: "check-round", body } }));
    },
  );
}

const POST_PROBLEMS = [...BODY_PROBLEMS, ...IDEMPOTENCY_PROBLEMS, ...SOLVER_PROBLEMS] as const;

/** `GET /v1/rounds`, `/{id}`, `/{id}/content` and `DELETE /v1/rounds/{id}`. */
export function roundRoutes(app: FastifyInstance, ports: ServicePorts): void {
  const { store } = ports;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/rounds",
    {
      schema: {
        operationId: "listRounds",
        summary: "The stored rounds, newest first",
        tags: ["rounds"],
        querystring: pageQuery,
        response: {
          200: z.strictObject({ rounds: z.array(listedRoundSchema), next: z.string().nullable() }),
          ...problemAnswers(),
        },
      },
    },
    async ({ query: { limit, cursor } }) => {
      const { rows, next } = await listRounds(store.db, { limit, after: cursor ?? null });
      return { rounds: rows.map(listedRound), next };
    },
  );
  app.get<ById>(
    "/v1/rounds/:id",
    {
      schema: {
        operationId: "getRound",
        summary: "A stored round with its issues",
        tags: ["rounds"],
        params: byId,
        querystring: noParameters,
        response: { 200: storedRoundSchema, 304: NO_BODY, ...problemAnswers("not-found") },
      },
    },
    async (request, reply) => {
      const row = await findRound(store.db, request.params.id);
      if (row === null) return sendProblem(reply, NO_ROUND);
      return isUnchanged(request, reply, `"${row.hash}"`) ? reply.code(304).send() : storedRound(row);
    },
  );
  contentRoute(app, ports);
  deleteRoute(app, ports);
}

function contentRoute(app: FastifyInstance, { store }: ServicePorts): void {
  app.get<ById>(
    "/v1/rounds/:id/content",
    {
      schema: {
        operationId: "getRoundContent",
        summary: "The round itself, as it was sent",
        tags: ["rounds"],
        params: byId,
        querystring: noParameters,
        response: {
          200: { description: "The round", content: { "application/json": { schema: roundSchema } } },
          304: NO_BODY,
          ...problemAnswers("not-found"),
        },
      },
    },
    async (request, reply) => {
      const row = await findRound(store.db, request.params.id);
      const body = row === null ? null : await findRoundBody(store.db, row.id);
      if (row === null || body === null) return sendProblem(reply, NO_ROUND);
      if (isUnchanged(request, reply, `"${row.hash}"`)) return reply.code(304).send();
      return reply.header("content-type", "application/json; charset=utf-8").send(await unzip(body));
    },
  );
}

function deleteRoute(app: FastifyInstance, { store, now }: ServicePorts): void {
  app.delete<ById>(
    "/v1/rounds/:id",
    {
      schema: {
        operationId: "deleteRound",
        summary: "Delete a round with its runs and their results",
        tags: ["rounds"],
        params: byId,
        querystring: noParameters,
        response: { 204: NO_BODY, ...problemAnswers("not-found", "round-in-use") },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const outcome = await store.db.transaction().execute(async (tx) => {
        const deleted = await deleteRound(tx, id);
        const act = { at: now(), actor: callerOf(request).keyId, action: "round-deleted", subject: `round ${id}` };
        if (deleted === "deleted") await recordAudit(tx, act);
        return deleted;
      });
      if (outcome === "not-found") return sendProblem(reply, NO_ROUND);
      if (outcome === "in-use") return sendProblem(reply, { code: "round-in-use", detail: "Nothing was deleted." });
      return reply.code(204).send();
    },
  );
}
