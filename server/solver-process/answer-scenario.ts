import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import canonicalize from "canonicalize";
import { type InputIssue, inputIssue } from "../../engine/domain/input-issue.ts";
import { id as idSchema } from "../../engine/input/atoms.ts";
import { checkRoundValue } from "../../engine/input/check-round.ts";
import { isObject } from "../../engine/input/parse-round.ts";
import { schemaIssues, unknownFields } from "../../engine/input/schema-issues.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { refuseIssues } from "../problems.ts";
import type { AcceptedScenario } from "../schemas/scenario.ts";
import type { Answer } from "./answer.ts";
import { roundCheck } from "./answer-round-check.ts";
import { attachedRound } from "./attached.ts";
import type { TaskContext } from "./task-context.ts";

/** Applies the patches of `POST /v1/rounds/{id}/scenarios` to the round in the attachment and checks what comes of it. */
export function answerScenario(value: unknown, context: TaskContext): Answer {
  if (!isObject(value)) {
    const issue = inputIssue("value-invalid", "", { detail: "The body is a JSON object" });
    return { status: "refused", refusal: refuseIssues("body-invalid", [issue], "body") };
  }
  const shape = [...shapeIssues(value)];
  const parent = attachedRound(context);
  const name = typeof value.id === "string" ? value.id : scenarioId(parent.id, value.patches);
  const scenario = applyPatches(parent, value.patches, name);
  const issues = [...shape, ...(scenario.ok ? [] : scenario.issues.map((one) => ({ ...one, path: `/patches${one.path}` })))];
  if (issues.length > 0 || !scenario.ok) return { status: "refused", refusal: refuseIssues("body-invalid", issues, "body") };
  const checked = checkRoundValue(scenario.round);
  if (checked.status === "unreadable") throw new Error("patches that follow their schema gave a round that does not");
  const accepted: AcceptedScenario = {
    check: roundCheck(checked),
    lineage: { patches: value.patches as AcceptedScenario["lineage"]["patches"], consequences: [...scenario.consequences] },
  };
  return {
    status: "answered",
    json: Buffer.from(JSON.stringify(accepted)),
    artifacts: [{ name: "round", mediaType: "application/json", bytes: gzipSync(JSON.stringify(scenario.round)) }],
  };
}

function* shapeIssues(value: Readonly<Record<string, unknown>>): Generator<InputIssue> {
  yield* unknownFields(
    Object.keys(value).filter((name) => name !== "id" && name !== "patches"),
    "",
  );
  if (!Object.hasOwn(value, "id")) return;
  const parsed = idSchema.safeParse(value.id);
  if (!parsed.success) yield* schemaIssues(parsed.error, value.id, "/id");
}

const LONGEST_ID = 100;
const DIGITS = 8;
/** As `JSON.stringify` writes it; whole pairs are not escaped. */
const HALF_PAIR = /\\ud[89a-f]/;

/** `2026-autumn~1f3c9a02`: the parent's id and a digest of the patches, so that the same what-if has the same name. */
export function scenarioId(parent: string, patches: unknown): string {
  const json = JSON.stringify(patches) ?? "";
  // Half a surrogate pair has no canonical form (RFC 8785); such patches are refused for it, and need no name but one.
  const text = HALF_PAIR.test(json) ? json : (canonicalize(patches) ?? "");
  const digest = createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
  const base = parent.replace(/~[0-9a-f]{8}$/, "");
  return `${base.slice(0, LONGEST_ID - DIGITS - 1).toWellFormed()}~${digest}`;
}
