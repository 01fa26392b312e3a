import type { InputIssue } from "../domain/input-issue.ts";
import type { Round } from "../domain/round.ts";
import { canonicalRound, roundHash } from "./canonical-round.ts";
import { readDraft } from "./draft.ts";
import { findTexts } from "./find-texts.ts";
import { isObject, type ParsedRound, parseRoundValue } from "./parse-round.ts";
import type { RoundJson } from "./round-schema.ts";

/**
 * What a round that is to be kept is worth. `unreadable`: it breaks its schema or carries personal data, and is not kept. Otherwise its
 * hash and everything that is wrong with its data; `round` is `null` where that stands in the way of solving it.
 */
export type CheckedRound =
  | { readonly status: "unreadable"; readonly issues: readonly InputIssue[] }
  | {
      readonly status: "readable";
      readonly hash: string;
      readonly given: RoundJson;
      readonly round: Round | null;
      readonly issues: readonly InputIssue[];
    };

/** Checks a `round/1` value: planners keep and discuss rounds whose data are wrong. Never throws. */
export function checkRoundValue(value: unknown): CheckedRound {
  const parsed = parseRoundValue(value);
  if (!parsed.ok && !isReadable(value)) return { status: "unreadable", issues: parsed.issues };
  // Every part of it follows its schema.
  const given = value as RoundJson;
  const { round, issues } = partsOf(parsed);
  return { status: "readable", hash: round?.hash ?? roundHash(canonicalRound(given)), given, round, issues };
}

function isReadable(value: unknown): boolean {
  return isObject(value) && readDraft(value).issues.length === 0 && findTexts(value).length === 0;
}

function partsOf(parsed: ParsedRound): { readonly round: Round | null; readonly issues: readonly InputIssue[] } {
  return parsed.ok ? { round: parsed.round, issues: parsed.warnings } : { round: null, issues: parsed.issues };
}
