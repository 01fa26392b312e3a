import type { FastifyInstance } from "fastify";

/**
 * One line per answered request: its id, method, route pattern, status and milliseconds. Never the address as sent, the caller's
 * address, header fields or a body: they can hold personal data.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds }, "answered");
  });
}
