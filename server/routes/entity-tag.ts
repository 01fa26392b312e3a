import type { FastifyReply, FastifyRequest } from "fastify";

/** Whether the caller has this version already (RFC 9110: `If-None-Match`, compared weakly). Sets `ETag` in any case. */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header("etag", tag);
  const given = request.headers["if-none-match"];
  if (given === undefined) return false;
  const weak = (text: string) => text.trim().replace(/^W\//, "");
  return given.trim() === "*" || given.split(",").some((one) => weak(one) === weak(tag));
}
