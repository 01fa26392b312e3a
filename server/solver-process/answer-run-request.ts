import { gunzipSync, gzipSync } from "node:zlib";
import { type InputIssue, inputIssue } from "../../engine/domain/input-issue.ts";
import { checkRoundValue } from "../../engine/input/check-round.ts";
import { pointer } from "../../engine/input/json-pointer.ts";
import { isObject } from "../../engine/input/parse-round.ts";
import { schemaIssues, unknownFields } from "../../engine/input/schema-issues.ts";
import { type AllowedLimits, refuseIssues } from "../problems.ts";
import type { RoundCheck } from "../schemas/round.ts";
import { type RunOptions, runOfStoredRound } from "../schemas/run.ts";
import type { Answer } from "./answer.ts";
import { issuesOf, roundCheck } from "./answer-round-check.ts";
import { limitIssues } from "./limit-issues.ts";
import { withOptions } from "./run-of.ts";
import type { TaskContext } from "./task-context.ts";

/** What the API stores of an accepted request; `round` where it came with one. */
export interface AcceptedRun {
  readonly options: RunOptions;
  readonly round: RoundCheck | null;
}

const OPTIONS = runOfStoredRound.omit({ roundId: true });

/**
 * Checks the body of `POST /v1/runs`: with a round of its own, or for the stored round in the attachment `round`. The round has to be one
 * that can be solved as asked; one that came along comes back compressed.
 */
export function answerRunRequest(value: unknown, { allowed, attachment }: TaskContext): Answer {
  const fields = isObject(value) ? value : {};
  const { round: inline, roundId: _, ...rest } = fields;
  const issues = [...shapeIssues(value), ...optionIssues(rest, allowed)];
  const stored = attachment("round");
  const given = stored === null ? inline : JSON.parse(gunzipSync(stored).toString());
  if (issues.length > 0) return refuse(issues);
  if (given === undefined) {
    return { status: "refused", refusal: { code: "body-too-large", detail: "A request for a stored round is at most 64 kB." } };
  }
  // No issue: the options follow their schema.
  const options = rest as RunOptions;
  const checked = checkRoundValue(isObject(given) ? withOptions(given, options) : given);
  const inBody = (found: readonly InputIssue[]) => found.map((issue) => ({ ...issue, path: pathInBody(issue.path, fields) }));
  if (checked.status === "unreadable") return refuse(inBody(checked.issues));
  const errors = issuesOf(checked).filter(({ severity }) => severity === "error");
  if (errors.length > 0) return refuse(inBody(errors));
  const accepted: AcceptedRun = { options, round: stored === null ? roundCheck(checked) : null };
  const artifacts =
    stored === null ? [{ name: "round", mediaType: "application/json", bytes: gzipSync(JSON.stringify(given)) }] : [];
  return { status: "answered", json: Buffer.from(JSON.stringify(accepted)), artifacts };
}

function refuse(issues: readonly InputIssue[]): Answer {
  return { status: "refused", refusal: refuseIssues("body-invalid", issues, "body") };
}

/** A place in the round as asked, as a place in the body: what is wrong with a stored round is wrong because of the policy in the body. */
function pathInBody(path: string, fields: Readonly<Record<string, unknown>>): string {
  const option = Object.keys(OPTIONS.shape).find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
  if (option !== undefined && Object.hasOwn(fields, option)) return path;
  return Object.hasOwn(fields, "round") ? `/round${path}` : "/policy";
}

function* shapeIssues(value: unknown): Generator<InputIssue> {
  if (!isObject(value)) {
    yield inputIssue("value-invalid", "", { detail: "The body is a JSON object" });
    return;
  }
  if (Object.hasOwn(value, "round") === Object.hasOwn(value, "roundId"))
    yield inputIssue("value-invalid", "", { detail: "Give either round or roundId" });
}

function* optionIssues(rest: Readonly<Record<string, unknown>>, allowed: AllowedLimits): Generator<InputIssue> {
  const known = Object.keys(OPTIONS.shape);
  yield* unknownFields(
    Object.keys(rest).filter((name) => !known.includes(name)),
    "",
  );
  for (const [name, schema] of Object.entries(OPTIONS.shape)) {
    if (!Object.hasOwn(rest, name)) continue;
    const parsed = schema.safeParse(rest[name]);
    if (!parsed.success) yield* schemaIssues(parsed.error, rest[name], pointer("", name));
    else if (name === "limits") yield* limitIssues(parsed.data as RunOptions["limits"], allowed);
  }
}
