import type { FastifyReply, FastifyRequest } from "fastify";

/** Browsers keep a cookie with this prefix from being set by another host, and over plain HTTP; for HTTP on this machine there is the other. */
const SECURE_NAME = "__Host-session";
const PLAIN_NAME = "session";

/** The token of the page's session, as the browser sent it. */
export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[SECURE_NAME] ?? request.cookies[PLAIN_NAME] ?? null;
}

/** Hands the browser a session; its scripts cannot read it and other sites cannot send it. */
export function setSessionCookie(reply: FastifyReply, token: string, seconds: number): void {
  const secure = reply.request.protocol === "https";
  const name = secure ? SECURE_NAME : PLAIN_NAME;
  reply.setCookie(name, token, { path: "/", httpOnly: true, sameSite: "strict", secure, maxAge: seconds });
}

/** Takes it away. */
export function clearSessionCookie(reply: FastifyReply): void {
  const secure = reply.request.protocol === "https";
  reply.clearCookie(secure ? SECURE_NAME : PLAIN_NAME, { path: "/", httpOnly: true, sameSite: "strict", secure });
}

/**
 * Whether a request that changes something and rests on the cookie comes from the service's own page: browsers say so in
 * `Sec-Fetch-Site`, old ones in `Origin`.
 */
export function isSameOrigin({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
