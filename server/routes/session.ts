import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { callerOf } from "../auth/authenticate.ts";
import { callerOfKey } from "../auth/caller.ts";
import { hashSecret, makeToken } from "../auth/secrets.ts";
import { clearSessionCookie, isSameOrigin, sessionToken, setSessionCookie } from "../auth/session-cookie.ts";
import { secondsAfter } from "../clock.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import { newSessionSchema, sessionSchema } from "../schemas/api-key.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { createSession, deleteSession, findSessionKey } from "../store/sessions.ts";

/** A working day. */
const SESSION_SECONDS = 10 * 3600;

const FROM_ELSEWHERE = { code: "forbidden", detail: "A session is only good for the service's own page." } as const;

/** `POST`, `GET` and `DELETE /v1/session`: the page hands in a key once and gets a cookie that its scripts cannot read. */
export function sessionRoutes(app: FastifyInstance, { store, now }: ServicePorts): void {
  acceptSmallJson(app);
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.post(
    "/v1/session",
    {
      config: { access: "open" },
      schema: {
        operationId: "openSession",
        summary: "Open the page's session with a key",
        tags: ["keys"],
        querystring: noParameters,
        body: newSessionSchema,
        response: {
          201: sessionSchema,
          ...problemAnswers("unauthenticated", "forbidden", ...BODY_PROBLEMS),
        },
      },
    },
    async (request, reply) => {
      if (!isSameOrigin(request)) return sendProblem(reply, FROM_ELSEWHERE);
      const caller = await callerOfKey(store.db, request.body.key.trim(), now());
      if (caller === null) return sendProblem(reply, { code: "unauthenticated", detail: "This key is not valid." });
      const token = makeToken();
      const expiresAt = secondsAfter(now(), SESSION_SECONDS);
      await createSession(store.db, hashSecret(token), caller.keyId, now(), expiresAt);
      setSessionCookie(reply, token, SESSION_SECONDS);
      return reply.code(201).header("cache-control", "no-store").send({ name: caller.name, role: caller.role, expiresAt });
    },
  );
  typed.get(
    "/v1/session",
    {
      schema: {
        operationId: "getSession",
        summary: "Whose key or session this is",
        tags: ["keys"],
        querystring: noParameters,
        response: { 200: sessionSchema, ...problemAnswers() },
      },
    },
    async (request, reply) => {
      const { name, role, by } = callerOf(request);
      const token = by === "session" ? sessionToken(request) : null;
      const found = token === null ? null : await findSessionKey(store.db, hashSecret(token), now());
      return reply.header("cache-control", "no-store").send({ name, role, expiresAt: found?.expiresAt ?? null });
    },
  );
  typed.delete(
    "/v1/session",
    {
      config: { access: "read" },
      schema: {
        operationId: "closeSession",
        summary: "End the page's session",
        tags: ["keys"],
        querystring: noParameters,
        response: { 204: NO_BODY, ...problemAnswers() },
      },
    },
    async (request, reply) => {
      const token = sessionToken(request);
      if (token !== null) await deleteSession(store.db, hashSecret(token));
      clearSessionCookie(reply);
      return reply.code(204).send(null);
    },
  );
}
