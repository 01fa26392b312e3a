import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { DEFAULT_REQUESTS_PER_MINUTE } from "../auth/first-key.ts";
import { isRole } from "../auth/roles.ts";
import { makeKey } from "../auth/secrets.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { apiKeySchema, madeKeySchema, newKeySchema } from "../schemas/api-key.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { type ApiKeyRow, createApiKey, listApiKeys, revokeApiKey } from "../store/api-keys.ts";
import { recordAudit } from "../store/audit.ts";

function apiKey(row: ApiKeyRow): z.infer<typeof apiKeySchema> {
  return {
    id: row.id,
    name: row.name,
    role: isRole(row.role) ? row.role : "read",
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    requestsPerMinute: row.requests_per_minute,
  };
}

/** `GET /v1/keys`, `POST /v1/keys`, `DELETE /v1/keys/{id}`, for admins. */
export function keyRoutes(app: FastifyInstance, { store, now }: ServicePorts): void {
  acceptSmallJson(app);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: "admin" } as const;
  typed.get(
    "/v1/keys",
    {
      config,
      schema: {
        operationId: "listKeys",
        summary: "Every key, without its text",
        tags: ["keys"],
        querystring: noParameters,
        response: { 200: z.strictObject({ keys: z.array(apiKeySchema) }), ...problemAnswers() },
      },
    },
    async () => ({ keys: (await listApiKeys(store.db)).map(apiKey) }),
  );
  typed.post(
    "/v1/keys",
    {
      config,
      schema: {
        operationId: "createKey",
        summary: "Make a key; its text is shown this once",
        tags: ["keys"],
        querystring: noParameters,
        body: newKeySchema,
        response: {
          201: madeKeySchema,
          ...problemAnswers(...BODY_PROBLEMS),
        },
      },
    },
    async (request, reply) => {
      const { name, role, expiresAt, requestsPerMinute } = request.body;
      const { id, text, secretHash } = makeKey();
      const row: ApiKeyRow = {
        ...{ id, name, role, secret_hash: secretHash, created_at: now(), revoked_at: null },
        expires_at: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
        requests_per_minute: requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE,
      };
      await store.db.transaction().execute(async (tx) => {
        await createApiKey(tx, row);
        const act = {
          at: now(),
          actor: callerOf(request).keyId,
          action: "key-created",
          subject: `key ${id}`,
          detail: { role, name },
        };
        await recordAudit(tx, act);
      });
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ ...apiKey(row), key: text });
    },
  );
  typed.delete(
    "/v1/keys/:id",
    {
      config,
      schema: {
        operationId: "revokeKey",
        summary: "End a key and its sessions at once",
        tags: ["keys"],
        params: z.strictObject({ id: z.string() }),
        querystring: noParameters,
        response: { 204: NO_BODY, ...problemAnswers("not-found") },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const revoked = await store.db.transaction().execute(async (tx) => {
        const done = await revokeApiKey(tx, id, now());
        const act = { at: now(), actor: callerOf(request).keyId, action: "key-revoked", subject: `key ${id}` };
        if (done) await recordAudit(tx, act);
        return done;
      });
      if (!revoked) return sendProblem(reply, { code: "not-found", detail: "There is no valid key with this id." });
      return reply.code(204).send(null);
    },
  );
}
