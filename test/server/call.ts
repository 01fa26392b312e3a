import { expect } from "vitest";
import type { Problem } from "../../server/problems.ts";
import { expectDocumented, expectProblem } from "./documented.ts";
import type { RunningService } from "./running-service.ts";

/** An answer with its JSON. */
export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What to send; `route` is the documented path where it differs from the address, `null` for an address that is none. */
interface Request {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly route?: string | null;
  readonly signal?: AbortSignal;
  /** The key to send in place of the service's own; `null` for none. */
  readonly key?: string | null;
}

/** Statuses whose answer has no body. */
const NO_BODY: readonly number[] = [204, 304];

/** Sends a request and expects the answer to be as documented; `Body` is what the caller takes it for. */
export async function call<Body = Problem>(
  { url, key: own }: RunningService,
  method: string,
  path: string,
  { body, headers, route = path, signal, key = own }: Request = {},
): Promise<Answered<Body>> {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const init = {
    method,
    headers: { ...type, ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  };
  const response = await fetch(url + path, init);
  // JSON of any shape: what it must look like is checked below.
  // biome-ignore lint/suspicious/noExplicitAny: the caller says what it takes the answer for.
  const value: any = NO_BODY.includes(response.status) ? null : await response.json();
  const [mediaType = ""] = (response.headers.get("content-type") ?? "").split(";");
  if (route !== null && value !== null) expectDocumented(method, route, response.status, mediaType, value);
  if (!response.ok && value !== null) {
    expect(mediaType).toBe("application/problem+json");
    expectProblem(value);
    expect(value.status).toBe(response.status);
    expect(value.requestId).toBe(response.headers.get("request-id"));
  }
  return { status: response.status, headers: response.headers, body: value };
}

/** What an RFC 6901 pointer points at; `undefined` where there is nothing. */
export function pointedAt(value: unknown, pointer: string): unknown {
  if (pointer !== "" && !pointer.startsWith("/")) return undefined;
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, step) ? inner[step as keyof typeof inner] : undefined,
    value,
  );
}

/** Expects every pointer of a problem to lead to a place in the body that was sent, or to where a field is missing in it. */
export function expectValidPointers(problem: Problem, sent: unknown): void {
  for (const { code, path } of problem.issues ?? []) {
    const holder = pointedAt(sent, path.slice(0, Math.max(0, path.lastIndexOf("/"))));
    expect(path === "" || (typeof holder === "object" && holder !== null), `${code} ${path}`).toBe(true);
  }
}
