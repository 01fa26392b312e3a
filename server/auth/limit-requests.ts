import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { accessOf } from "./authenticate.ts";

/** Limits the requests of each key per minute; open routes are not counted, and whoever was refused is not either. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: "1 minute",
    keyGenerator: (request) => request.caller?.keyId ?? request.ip,
    max: (request) => request.caller?.requestsPerMinute ?? 1,
    allowList: (request) => accessOf(request) === "open",
    enableDraftSpec: true,
    errorResponseBuilder: () => Object.assign(new Error("too many requests"), { code: "TOO_MANY_REQUESTS", statusCode: 429 }),
  });
}
