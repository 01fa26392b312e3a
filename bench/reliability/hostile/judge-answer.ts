import { documentationErrors, problemErrors } from "../../../test/server/documentation-errors.ts";
import type { HostileRequest } from "./hostile-request.ts";

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

/** What is wrong with an answer to a hostile request; `null` where nothing is. */
export function complaintAbout(
  request: HostileRequest,
  { status, mediaType, text }: RawAnswer,
  documented: ReadonlySet<string>,
): string | null {
  // Whether the service can solve now is what these calls are asked, and "no" is an answer.
  const isHealth = status === 503 && request.route.startsWith("/health/");
  if (status >= 500 && !isHealth) return `answered ${status}: ${text}`;
  if (request.method === "HEAD" || status === 204 || status === 304) return null;
  const isKnown = documented.has(`${request.method} ${request.route}`);
  if (status < 400) {
    if (!isKnown) return null;
    const value = mediaType === "application/json" ? JSON.parse(text) : text;
    const errors = documentationErrors(request.method, request.route, status, mediaType, value);
    return errors.length === 0 ? null : `not as documented: ${JSON.stringify(errors)}`;
  }
  if (mediaType !== "application/problem+json") return `${status} with ${mediaType}`;
  const problem = JSON.parse(text);
  const errors = problemErrors(problem);
  if (errors.length > 0) return `no problem document: ${JSON.stringify(errors)}`;
  if (problem.status !== status) return `says ${problem.status} and is ${status}`;
  return (
    (problem.issues ?? [])
      .map((issue: Issue) => complaintAboutIssue(request, issue))
      .find((one: string | null) => one !== null) ?? null
  );
}

interface Issue {
  readonly in: string;
  readonly path: string;
  readonly code: string;
}

/** A pointer into the body leads to a place in it, or to where something is missing. */
function complaintAboutIssue({ body, headers }: HostileRequest, { in: part, path, code }: Issue): string | null {
  if (path !== "" && !path.startsWith("/")) return `${code} has the path ${path}`;
  const isForm = headers["content-type"]?.startsWith("multipart/") === true;
  if (part !== "body" || path === "" || isForm || body === null) return null;
  const sent: unknown = JSON.parse((typeof body === "string" ? body : new TextDecoder().decode(body)).replace(/^\uFEFF/, ""));
  const holder = pointedAt(sent, path.slice(0, path.lastIndexOf("/")));
  return typeof holder === "object" && holder !== null ? null : `${code} points at ${path}, where there is nothing`;
}

/** What an RFC 6901 pointer points at; `undefined` where there is nothing. */
function pointedAt(value: unknown, pointer: string): unknown {
  let inner = value;
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, name)) return undefined;
    inner = inner[name as keyof typeof inner];
  }
  return inner;
}
