import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { BUILT_PAGE } from "../planner/built-page.ts";

/** Only what this service itself serves, and nobody may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
} as const;

const NOT_BUILT = "The planner's page is not built. Run `npm run build`, then start the service again.\n";

/** The planner's page at `/`. Files under `/assets/` are named by their content and never change. */
export async function plannerRoutes(app: FastifyInstance): Promise<void> {
  const built = existsSync(join(BUILT_PAGE, "index.html"));
  if (built) {
    await app.register(fastifyStatic, { root: join(BUILT_PAGE, "assets"), prefix: "/assets/", immutable: true, maxAge: "365d" });
  }
  app.get("/", { schema: { hide: true } }, (_, reply) => {
    reply.headers(HEADERS);
    if (!built) return reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT);
    return reply.sendFile("index.html", BUILT_PAGE, { immutable: false, maxAge: 0 });
  });
}
