import type { ProblemCode } from "../../problems.ts";
import type { RequestIssue } from "../../request-issue.ts";
import type { ConflictShape, ViolationShape } from "./shapes.ts";

/** A refusal of the service (RFC 9457), or `unreachable` where no answer came. */
export interface Refused {
  readonly code: ProblemCode | "unreachable";
  readonly status: number;
  readonly detail: string;
  readonly requestId?: string;
  readonly issues?: readonly RequestIssue[];
  readonly total?: number;
  readonly conflict?: ConflictShape;
  /** What a plan breaks on today's data. */
  readonly violations?: readonly ViolationShape[];
}

export type Answer<Body> =
  | { readonly ok: true; readonly body: Body; readonly headers: Headers }
  | { readonly ok: false; readonly problem: Refused };

interface Sent {
  /** Sent as JSON, unless it is a text or a blob with a type of its own. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The answer as its text, byte for byte, whatever it is. */
  readonly asText?: boolean;
}

/** One request to the service; the session's cookie goes with it. Never throws, except when the caller aborts. */
export async function send<Body>(
  method: string,
  path: string,
  { body, headers, signal, asText = false }: Sent = {},
): Promise<Answer<Body>> {
  const raw = typeof body === "string" || body instanceof Blob || body instanceof FormData;
  const init: RequestInit = {
    method,
    headers: { ...(body === undefined || raw ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    const response = await fetch(path, init);
    const text = await response.text();
    if (response.ok && asText) return { ok: true, body: text as Body, headers: response.headers };
    const value = text === "" ? null : isJson(response) ? JSON.parse(text) : text;
    if (response.ok) return { ok: true, body: value as Body, headers: response.headers };
    return { ok: false, problem: { detail: "", ...value, status: response.status } };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, problem: { code: "unreachable", status: 0, detail: error instanceof Error ? error.message : "" } };
  }
}

function isJson(response: Response): boolean {
  return /[/+]json/.test(response.headers.get("content-type") ?? "");
}

const kept = new Map<string, Promise<Answer<unknown>>>();

/** A `GET` of something that never changes under its address (a stored round, a finished result): asked for once. */
export function getOnce<Body>(path: string): Promise<Answer<Body>> {
  const known = kept.get(path);
  if (known !== undefined) return known as Promise<Answer<Body>>;
  const asked = send<Body>("GET", path).then((answer) => {
    if (!answer.ok) kept.delete(path);
    return answer;
  });
  kept.set(path, asked);
  return asked;
}

/** Forgets what was asked for: another planner may not see the same. */
export function forgetAll(): void {
  kept.clear();
}
