import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Now } from "../clock.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import type { Store } from "../store/store.ts";
import { type Caller, callerOfKey, callerOfSession } from "./caller.ts";
import { type Access, allows } from "./roles.ts";
import { isSameOrigin, sessionToken } from "./session-cookie.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may call the route; without it whoever may `read` where it only reads, else whoever may `plan`. */
    access?: Access;
  }
  interface FastifyRequest {
    /** `null` only on routes that are open. */
    caller: Caller | null;
  }
}

const BEARER = /^Bearer +(\S+) *$/i;
const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** What a route asks of its caller; an address that is none asks for nothing, so that it is answered as what it is. */
export function accessOf({ routeOptions, method, is404 }: FastifyRequest): Access {
  return is404 ? (routeOptions.config.access ?? "open") : accessOfRoute(routeOptions.config.access, method);
}

/** The same of a route as it is declared. */
export function accessOfRoute(declared: Access | undefined, method: string | readonly string[]): Access {
  return declared ?? ([method].flat().every((one) => READING.has(one)) ? "read" : "plan");
}

/** Every request has to carry a key, or the page's session, with the role its route asks for, before anything of it is read. */
export function authenticate(app: FastifyInstance, { db }: Store, now: Now): void {
  app.decorateRequest("caller", null);
  app.addHook("onRequest", async (request, reply) => {
    const access = accessOf(request);
    if (access === "open") return;
    const caller = await callerOf(request);
    if (caller === null) return refuseUnknown(reply);
    if (!allows(caller.role, access)) {
      return sendProblem(reply, {
        code: "forbidden",
        detail: `This needs a key with the role ${access}; this one has ${caller.role}.`,
      });
    }
    if (caller.by === "session" && !READING.has(request.method) && !isSameOrigin(request)) {
      return sendProblem(reply, { code: "forbidden", detail: "A session is only good for the service's own page." });
    }
    request.caller = caller;
  });

  const callerOf = (request: FastifyRequest): Promise<Caller | null> => {
    const { authorization } = request.headers;
    if (authorization !== undefined) return callerOfKey(db, BEARER.exec(authorization)?.[1] ?? "", now());
    const token = sessionToken(request);
    return token === null ? Promise.resolve(null) : callerOfSession(db, token, now());
  };
}

function refuseUnknown(reply: FastifyReply): FastifyReply {
  reply.header("www-authenticate", 'Bearer realm="citizen-service"');
  return sendProblem(reply, {
    code: "unauthenticated",
    detail: "Send the header Authorization: Bearer KEY with a key that is valid.",
  });
}

/** The caller of a route that is not open. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === null) throw new Error("an open route asks for its caller");
  return caller;
}
