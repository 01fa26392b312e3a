import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Policy } from "../domain/policy.ts";
import type { Result } from "../domain/result.ts";
import { resultSchema } from "./result-schema.ts";
import { schemaIssues } from "./schema-issues.ts";

/** A result whose shape is right (its truth is the verifier's business); or everything that is wrong with the shape. */
export type ParsedResult =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Reads a `result/1` file. Never throws. */
export function parseResult(text: string): ParsedResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      issues: [inputIssue("json-malformed", "", { detail: error instanceof Error ? error.message : String(error) })],
    };
  }
  return parseResultValue(value);
}

/** Reads a `result/1` value, as `JSON.parse` gives it. Never throws. */
export function parseResultValue(value: unknown): ParsedResult {
  const parsed = resultSchema.safeParse(value);
  if (!parsed.success) return { ok: false, issues: [...schemaIssues(parsed.error, value, "")] };
  // An effective policy has every key and every default; whether it is the round's is for the verifier to say.
  return { ok: true, result: { ...parsed.data, effectivePolicy: parsed.data.effectivePolicy as Policy } };
}
