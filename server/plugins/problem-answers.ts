import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_JSON, type ProblemCode, problemOf, type Refusal, rawProblem, refuseIssues } from "../problems.ts";
import { isStorageFailure } from "../store/storage-failure.ts";
import { RefusalError } from "./small-json.ts";
import { ParameterError } from "./strict-parameters.ts";

const CODE_OF: ReadonlyMap<string, ProblemCode> = new Map([
  ["FST_ERR_CTP_BODY_TOO_LARGE", "body-too-large"],
  ["FST_ERR_CTP_INVALID_MEDIA_TYPE", "media-type-unsupported"],
  ["FST_ERR_MAX_PARAM_LENGTH", "not-found"],
  ["ERR_HTTP_REQUEST_TIMEOUT", "request-timeout"],
  ["HPE_HEADER_OVERFLOW", "headers-too-large"],
  ["TOO_MANY_REQUESTS", "too-many-requests"],
]);

const DETAILS: Readonly<Partial<Record<ProblemCode, string>>> = {
  "body-too-large": "Send less at once.",
  "media-type-unsupported": "Send application/json in UTF-8, without content encoding.",
  "not-found": "See /openapi.json for what there is.",
  "too-many-requests": "The limit and what is left of it are in the ratelimit header fields.",
  "request-malformed": "The address, the header fields or the length of the body cannot be read.",
  "internal-error": "The request was not answered; the log has the reason under this requestId.",
};

const STORAGE_UNAVAILABLE: Refusal = {
  code: "storage-unavailable",
  detail: "Nothing that was not acknowledged was kept; the request can be sent again.",
  retryAfterSeconds: 5,
};

function refusal(code: ProblemCode): Refusal {
  return { code, detail: DETAILS[code] ?? "" };
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, refused: Refusal): FastifyReply {
  const problem = problemOf(refused, reply.request.id);
  if (refused.retryAfterSeconds !== undefined) reply.header("retry-after", refused.retryAfterSeconds);
  // Hooks that set this on every answer are not run for an address that cannot be read.
  reply.header("request-id", problem.requestId);
  return reply.code(problem.status).header("content-type", PROBLEM_JSON).send(JSON.stringify(problem));
}

/** What fastify, its parsers or a handler threw, as a problem; only what is our own fault is logged with its stack. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ParameterError) {
    const code = error.part === "body" ? "body-invalid" : "parameters-invalid";
    return sendProblem(reply, refuseIssues(code, error.issues, error.part));
  }
  if (error instanceof RefusalError) return sendProblem(reply, error.refusal);
  const known = CODE_OF.get(error.code);
  if (known !== undefined) return sendProblem(reply, refusal(known));
  if (error.statusCode !== undefined && error.statusCode < 500) return sendProblem(reply, refusal("request-malformed"));
  if (isStorageFailure(error)) {
    request.log.error({ err: error }, "storage unavailable");
    return sendProblem(reply, STORAGE_UNAVAILABLE);
  }
  request.log.error({ err: error }, "request failed");
  return sendProblem(reply, refusal("internal-error"));
}

/** Answers on a connection on which no request could be read. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODE_OF.get(error.code ?? "") ?? "request-malformed";
  socket.end(rawProblem(problemOf(refusal(code), crypto.randomUUID())));
}

/** Addresses and methods that no route answers: 404, or 405 with `Allow` where another method is answered. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const known: { readonly method: string; readonly pattern: RegExp }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    const pattern = new RegExp(`^${url.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+").replaceAll("*", ".*")}$`);
    for (const one of [method].flat()) known.push({ method: one, pattern });
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    const allowed = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (allowed.length === 0) return sendProblem(reply, refusal("not-found"));
    const list = [...new Set(allowed)].sort().join(", ");
    reply.header("allow", list);
    return sendProblem(reply, { code: "method-not-allowed", detail: `This address answers ${list}.` });
  });
}
