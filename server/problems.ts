import { STATUS_CODES } from "node:http";
import type { Conflict } from "../engine/conflict/find-conflict.ts";
import type { RelaxationSet } from "../engine/conflict/relaxation.ts";
import type { ConflictLanguage } from "../engine/conflict/texts/conflict-text.ts";
import type { InputIssue } from "../engine/domain/input-issue.ts";
import { type RequestIssue, type RequestPart, requestIssue } from "./request-issue.ts";

/** Every way the service refuses or fails: stable code -> HTTP status and title. What a caller can do stands in `docs/problems.md`. */
export const PROBLEMS = {
  "request-malformed": [400, "The request is not readable HTTP"],
  "json-malformed": [400, "The body is not JSON"],
  "body-invalid": [400, "The body breaks its schema, or its data contradict each other or the law"],
  "form-malformed": [400, "The body is not multipart/form-data"],
  "import-invalid": [400, "The files cannot be read as a round"],
  "parameters-invalid": [400, "A parameter in the address is unknown or wrong"],
  unauthenticated: [401, "The request carries no valid key"],
  forbidden: [403, "The key does not allow this"],
  "not-found": [404, "There is nothing at this address"],
  "method-not-allowed": [405, "This address does not answer this method"],
  "not-acceptable": [406, "The answer has none of the media types asked for"],
  "request-timeout": [408, "The request took too long to arrive"],
  "request-in-progress": [409, "A request with this Idempotency-Key is being answered"],
  "round-in-use": [409, "A run of the round is queued or being solved"],
  "run-not-over": [409, "The run has not ended yet"],
  "plan-published": [409, "The plan is published and never changes"],
  "plan-outdated": [409, "The plan does not fit today's data"],
  "data-outdated": [409, "The data are not today's"],
  "data-erased": [410, "Retention has erased what was here"],
  "precondition-failed": [412, "It has changed since it was looked at"],
  "precondition-required": [428, "The request has to say which version it is about"],
  "run-without-result": [409, "The run ended without a result"],
  "body-too-large": [413, "The body is larger than is read here"],
  "media-type-unsupported": [415, "The body is not plain application/json"],
  "limits-too-high": [422, "The limits ask for more than this call allows"],
  "idempotency-key-reused": [422, "The Idempotency-Key was used for another body"],
  "round-has-issues": [422, "The round has errors and cannot be solved"],
  infeasible: [422, "No lawful placement exists"],
  "nothing-found": [422, "The limits ended the search before any lawful placement was found"],
  "too-many-requests": [429, "The key has used up its requests for now"],
  "headers-too-large": [431, "The address or the header fields are too long"],
  "internal-error": [500, "The service failed"],
  "attempts-exhausted": [500, "Every attempt at the run ended with its solver process"],
  "queue-full": [503, "Too many rounds are waiting to be solved"],
  "solver-unavailable": [503, "The process that worked on this request ended early"],
  "storage-unavailable": [503, "The store cannot be read or written"],
  "shutting-down": [503, "The service is stopping"],
  "solver-timeout": [504, "The process that worked on this request passed its time and was ended"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What the round may ask of the stateless call: seconds and threads. */
export interface AllowedLimits {
  readonly seconds: number;
  readonly threads: number;
}

/** Why a request is not answered as asked. `issues` are the first of `total`. */
export interface Refusal {
  readonly code: ProblemCode;
  /** What is wrong in this case, without anything the caller sent. */
  readonly detail: string;
  readonly issues?: readonly RequestIssue[];
  readonly total?: number;
  readonly allowed?: AllowedLimits;
  readonly conflict?: Conflict;
  /** Changes that would resolve the conflict, cheapest first. */
  readonly relaxations?: readonly RelaxationSet[];
  /** Conflict and changes in words, line by line. */
  readonly texts?: Readonly<Record<ConflictLanguage, readonly string[]>>;
  /** What keeps a plan from being published. */
  readonly violations?: readonly {
    readonly rule: string;
    readonly subjects: Readonly<Record<string, string>>;
    readonly detail: string;
  }[];
  /** When to try again; also sent as `Retry-After`. */
  readonly retryAfterSeconds?: number;
}

/** Issues listed in one answer; `total` counts all of them. */
const MAX_ISSUES = 100;

/** A refusal that lists the first of some issues, all in one part of the request. */
export function refuseIssues(code: ProblemCode, issues: readonly InputIssue[], part: RequestPart): Refusal {
  const detail = issues.length === 1 ? "There is one issue." : `There are ${issues.length} issues.`;
  const listed = issues.slice(0, MAX_ISSUES).map((issue) => requestIssue(issue, part));
  return { code, detail, issues: listed, total: issues.length };
}

/** A problem document (RFC 9457). */
export interface Problem extends Refusal {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly requestId: string;
}

/** The problem document of a refusal; its type is a URN, for the codes stay the same wherever the service runs. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const [status, title] = PROBLEMS[refusal.code];
  return { type: `urn:problem-type:citizen-service:${refusal.code}`, title, status, ...refusal, requestId };
}

export const PROBLEM_JSON = "application/problem+json; charset=utf-8";

/** A problem as a whole HTTP/1.1 answer, for connections on which no request could be read. */
export function rawProblem(problem: Problem): string {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    "Connection: close",
    `Content-Type: ${PROBLEM_JSON}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
}
