import { inputIssue } from "../../engine/domain/input-issue.ts";
import { type ParsedRound, parseRoundValue } from "../../engine/input/parse-round.ts";

/** Whether a JSON value is an object, with fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a round; of a value that has no fields none is called missing, for a pointer to it would lead nowhere. */
export function readRound(value: unknown): ParsedRound {
  if (isObject(value)) return parseRoundValue(value);
  return { ok: false, issues: [inputIssue("value-invalid", "", { detail: "A round is a JSON object" })] };
}
