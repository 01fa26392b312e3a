import { randomBytes, randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { inputIssue } from "../../engine/domain/input-issue.ts";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { ParameterError } from "../plugins/strict-parameters.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { deliverySchema, madeWebhookSchema, newWebhookSchema, webhookSchema } from "../schemas/webhook.ts";
import type { ServicePorts } from "../service-ports.ts";
import { recordAudit } from "../store/audit.ts";
import { createWebhook, type DeliveryRow, endWebhook, listDeliveries, listWebhooks, type WebhookRow } from "../store/webhooks.ts";
import { secretText } from "../webhooks/sign-webhook.ts";

const byId = z.strictObject({ id: z.string() });
const SECRET_BYTES = 32;
/** Every run's end is told to each of them. */
const MOST_WEBHOOKS = 20;
const MOST_DELIVERIES = 200;
const NO_WEBHOOK = { code: "not-found", detail: "There is no webhook with this id." } as const;
const config = { access: "admin" } as const;

function webhook(row: WebhookRow): z.infer<typeof webhookSchema> {
  const { id, url, created_at, created_by, ended_at, ended_because } = row;
  return { id, url, createdAt: created_at, createdBy: created_by, endedAt: ended_at, endedBecause: ended_because };
}

function delivery(row: DeliveryRow): z.infer<typeof deliverySchema> {
  const { id, run_id, created_at, state, attempts, next_at, last_outcome } = row;
  const nextAt = state === "pending" ? next_at : null;
  return { id, runId: run_id, createdAt: created_at, state, attempts, nextAt, lastOutcome: last_outcome };
}

/** `GET`, `POST /v1/webhooks`, `DELETE /v1/webhooks/{id}` and `GET /v1/webhooks/{id}/deliveries`, for admins. */
export function webhookRoutes(app: FastifyInstance, ports: ServicePorts): void {
  acceptSmallJson(app);
  createRoute(app, ports);
  listRoutes(app, ports);
  const { store, now } = ports;
  app.withTypeProvider<ZodTypeProvider>().delete(
    "/v1/webhooks/:id",
    {
      config,
      schema: {
        operationId: "deleteWebhook",
        summary: "Send nothing more to a webhook",
        tags: ["webhooks"],
        params: byId,
        querystring: noParameters,
        response: { 204: NO_BODY, ...problemAnswers("not-found") },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const ended = await store.db.transaction().execute(async (tx) => {
        const done = await endWebhook(tx, id, "deleted", now());
        const act = { at: now(), actor: callerOf(request).keyId, action: "webhook-deleted", subject: `webhook ${id}` };
        if (done) await recordAudit(tx, act);
        return done;
      });
      return ended ? reply.code(204).send(null) : sendProblem(reply, NO_WEBHOOK);
    },
  );
}

function createRoute(app: FastifyInstance, { store, now }: ServicePorts): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    "/v1/webhooks",
    {
      config,
      schema: {
        operationId: "createWebhook",
        summary: "Have another system called at the end of every run",
        description:
          "A signed POST (Standard Webhooks) with the run's id, state and quality, nothing about a person; sent again for three days until it is answered 2xx. The secret is shown this once.",
        tags: ["webhooks"],
        querystring: noParameters,
        body: newWebhookSchema,
        response: {
          201: madeWebhookSchema,
          ...problemAnswers(...BODY_PROBLEMS),
        },
      },
    },
    async (request, reply) => {
      const { url } = request.body;
      const secret = randomBytes(SECRET_BYTES).toString("base64");
      const made = { id: randomUUID(), url, created_at: now(), created_by: callerOf(request).keyId };
      const row: WebhookRow = { ...made, secret, ended_at: null, ended_because: null };
      await store.db.transaction().execute(async (tx) => {
        const count = (await listWebhooks(tx)).filter(({ ended_at }) => ended_at === null).length + 1;
        if (count > MOST_WEBHOOKS) throw new ParameterError("body", [inputIssue("too-large", "", { count, max: MOST_WEBHOOKS })]);
        await createWebhook(tx, row);
        const act = { at: now(), actor: row.created_by, action: "webhook-created", subject: `webhook ${row.id}` };
        await recordAudit(tx, { ...act, detail: { url } });
      });
      const answer = { ...webhook(row), secret: secretText(secret) };
      return reply.code(201).header("cache-control", "no-store").send(answer);
    },
  );
}

function listRoutes(app: FastifyInstance, { store }: ServicePorts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/webhooks",
    {
      config,
      schema: {
        operationId: "listWebhooks",
        summary: "Who is told of the end of runs, and who no longer is",
        tags: ["webhooks"],
        querystring: noParameters,
        response: { 200: z.strictObject({ webhooks: z.array(webhookSchema) }), ...problemAnswers() },
      },
    },
    async () => ({ webhooks: (await listWebhooks(store.db)).map(webhook) }),
  );
  typed.get(
    "/v1/webhooks/:id/deliveries",
    {
      config,
      schema: {
        operationId: "listDeliveries",
        summary: "The last messages to a webhook, and what became of them",
        tags: ["webhooks"],
        params: byId,
        querystring: noParameters,
        response: { 200: z.strictObject({ deliveries: z.array(deliverySchema) }), ...problemAnswers("not-found") },
      },
    },
    async ({ params: { id } }, reply) => {
      const rows = await listDeliveries(store.db, id, MOST_DELIVERIES);
      const isKnown = rows.length > 0 || (await listWebhooks(store.db)).some((row) => row.id === id);
      return isKnown ? { deliveries: rows.map(delivery) } : sendProblem(reply, NO_WEBHOOK);
    },
  );
}
