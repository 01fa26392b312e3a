import { describeIssue, type InputIssue } from "../../engine/domain/input-issue.ts";
import type { Round } from "../../engine/domain/round.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";

/** The round a value means; the test fails with all its issues where it is none. */
export function roundOf(value: unknown): Round {
  const parsed = parseRoundValue(value);
  if (!parsed.ok) throw new Error(parsed.issues.map(describeIssue).join("\n"));
  return parsed.round;
}

/** Everything said about a value: errors, or the warnings of a round that can be run. */
export function issuesOf(value: unknown): readonly InputIssue[] {
  const parsed = parseRoundValue(value);
  return parsed.ok ? parsed.warnings : parsed.issues;
}
