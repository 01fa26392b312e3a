import type { FastifyInstance } from "fastify";

/** Largest body read: a national round of a hundred thousand candidates is sent through stored rounds instead. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Routes of this scope take `application/json` as bytes: parsing and checking a large round would hold up every other request, so
 * a solver process does it.
 */
export function acceptJsonBytes(scope: FastifyInstance): void {
  scope.addContentTypeParser("application/json", { parseAs: "buffer", bodyLimit: MAX_BODY_BYTES }, (request, body, done) => {
    const encoding = request.headers["content-encoding"] ?? "identity";
    if (encoding === "identity") done(null, body);
    else done(Object.assign(new Error("content encoding"), { code: "FST_ERR_CTP_INVALID_MEDIA_TYPE" }), undefined);
  });
}
