import { gzipSync } from "node:zlib";
import { inputIssue } from "../../engine/domain/input-issue.ts";
import { checkRoundValue } from "../../engine/input/check-round.ts";
import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";
import { assembleRound, type PlacedIssue, type RoundFields } from "../imports/assemble-round.ts";
import { IMPORT_CODES, type ImportCode, importText } from "../imports/import-issue.ts";
import { readForm } from "../imports/read-form.ts";
import type { RequestIssue } from "../request-issue.ts";
import { requestIssue } from "../request-issue.ts";
import type { RoundCheck } from "../schemas/round.ts";
import type { Answer } from "./answer.ts";
import { roundCheck } from "./answer-round-check.ts";
import { readJson } from "./read-json.ts";
import type { TaskContext } from "./task-context.ts";

/** Issues of files that are listed; `total` counts all of them. */
const MOST_LISTED = 1_000;

/** Makes a round of the form in the attachment `form`; the value says its content type. The round comes back compressed, with its check. */
export async function answerImport(value: unknown, { attachment }: TaskContext): Promise<Answer> {
  const form = await readForm(attachment("form") ?? new Uint8Array(), String(value));
  if (form === null) return { status: "refused", refusal: { code: "form-malformed", detail: "Its parts cannot be told apart." } };
  const { fields, issues: fieldIssues } = fieldsOf(form.texts);
  const { round, readable, issues } = assembleRound(fields, form.tables);
  const unread = form.issues.map((issue): PlacedIssue => ({ ...issue, severity: "error", path: "" }));
  const checked = checkRoundValue(round);
  if (!readable || checked.status === "unreadable" || unread.length > 0 || fieldIssues.length > 0) {
    return refuse([...unread, ...fieldIssues, ...issues]);
  }
  const check: RoundCheck = { ...roundCheck(checked), issues: issues.slice(0, MOST_LISTED).map(keptIssue) };
  return {
    status: "answered",
    json: Buffer.from(JSON.stringify(check)),
    artifacts: [{ name: "round", mediaType: "application/json", bytes: gzipSync(JSON.stringify(round)) }],
  };
}

function fieldsOf(texts: Readonly<Partial<Record<string, string>>>): {
  readonly fields: RoundFields;
  readonly issues: readonly PlacedIssue[];
} {
  const { id = "", profile = be20240515.id, policy, seed } = texts;
  const issues: PlacedIssue[] = [];
  const place = { file: "policy", row: null, column: null };
  const read = policy === undefined ? null : readJson(Buffer.from(policy));
  if (read?.ok === false) {
    const detail = read.refusal.issues?.[0]?.params.detail ?? "";
    issues.push({ ...inputIssue("json-malformed", "/policy", { detail }), ...place });
  }
  const fields = { id, profile, ...(read?.ok === true ? { policy: read.value } : {}), ...(seed === undefined ? {} : { seed }) };
  return { fields, issues };
}

function refuse(issues: readonly PlacedIssue[]): Answer {
  const errors = issues.filter(({ severity }) => severity === "error");
  const detail = errors.length === 1 ? "There is one error." : `There are ${errors.length} errors.`;
  const listed = errors.slice(0, MOST_LISTED).map(listedIssue);
  return { status: "refused", refusal: { code: "import-invalid", detail, issues: listed, total: errors.length } };
}

function listedIssue(issue: PlacedIssue): RequestIssue {
  const { file, row, column, code } = issue;
  const place = { file, row, column };
  if (!isImportCode(code)) return { ...requestIssue({ ...issue, code }, "body"), ...place };
  const { params } = requestIssue({ ...issue, code: "value-invalid" }, "body");
  return { in: "body", code, path: "", params, text: importText({ code, params }), ...place };
}

function isImportCode(code: PlacedIssue["code"]): code is ImportCode {
  return Object.hasOwn(IMPORT_CODES, code);
}

function keptIssue(issue: PlacedIssue): RoundCheck["issues"][number] {
  const { in: _, ...listed } = listedIssue(issue);
  return { ...listed, severity: issue.severity };
}
