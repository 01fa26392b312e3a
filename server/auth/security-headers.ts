import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Nothing from elsewhere is loaded, framed or sent to; the reference page at `/docs` states its own policy on top of this. */
export async function secureHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: "no-referrer" },
    // A proxy in front ends TLS and says so; without one the service is on this machine only.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
}
