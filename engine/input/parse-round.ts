import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Round } from "../domain/round.ts";
import { canonicalRound, pinText } from "./canonical-round.ts";
import { checkDraft } from "./check-draft.ts";
import { readDraft } from "./draft.ts";
import { findOverbooked } from "./find-overbooked.ts";
import { findTexts } from "./find-texts.ts";
import { findUnapproved } from "./find-unapproved.ts";
import { personalKind } from "./personal-data.ts";
import { readRound } from "./read-round.ts";
import type { RoundJson } from "./round-schema.ts";

/** A round the engine can run, with what its planner should know; or everything that is wrong with it, warnings left out. */
export type ParsedRound =
  | { readonly ok: true; readonly round: Round; readonly warnings: readonly InputIssue[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] };

/** Reads a `round/1` file; a byte order mark before it is skipped. Never throws. */
export function parseRound(text: string): ParsedRound {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refused([inputIssue("json-malformed", "", { detail })]);
  }
  return parseRoundValue(value);
}

/** Issues are logged and passed on: where one would repeat personal data, its parameter says so instead. */
function refused(issues: readonly InputIssue[]): ParsedRound {
  const withheld = (value: string | number) => (typeof value === "string" && personalKind(value) !== null ? "(withheld)" : value);
  return {
    ok: false,
    issues: issues.map((issue) => ({
      ...issue,
      params: Object.fromEntries(Object.entries(issue.params).map(([name, value]) => [name, withheld(value)])),
    })),
  };
}

/** Whether a JSON value is an object, with fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a `round/1` value, as `JSON.parse` gives it. Never throws. */
export function parseRoundValue(value: unknown): ParsedRound {
  // Of a value that has no fields none is called missing: a pointer to it would lead nowhere.
  if (!isObject(value)) return { ok: false, issues: [inputIssue("value-invalid", "", { detail: "A round is a JSON object" })] };
  const { draft, issues } = readDraft(value);
  const found = [...issues, ...findTexts(value), ...checkDraft(draft)];
  if (found.length > 0 || draft.policy === null) return refused(found);
  // Every part of it was read by its own schema.
  const given = value as RoundJson;
  const canonical = canonicalRound(given);
  const pinPaths = new Map(draft.pins.map(({ value: pin, path }) => [pinText(pin), path]));
  const round = readRound(canonical, given.limits, draft.policy, pinPaths);
  return { ok: true, round, warnings: [...findOverbooked(round, draft), ...findUnapproved(round, draft)] };
}
