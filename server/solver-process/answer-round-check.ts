import { gzipSync } from "node:zlib";
import type { InputIssue } from "../../engine/domain/input-issue.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { pinIssues } from "../../engine/formulate/pin-issues.ts";
import { type CheckedRound, checkRoundValue } from "../../engine/input/check-round.ts";
import { refuseIssues } from "../problems.ts";
import { requestIssue } from "../request-issue.ts";
import type { RoundCheck } from "../schemas/round.ts";
import type { Answer } from "./answer.ts";

/** Issues kept with a stored round; the counts are of all of them. */
const MOST_KEPT = 1_000;

type ReadableRound = Extract<CheckedRound, { status: "readable" }>;

/** Everything wrong with a readable round: its data, and pins that break a rule for their candidate alone. */
export function issuesOf({ round, issues }: ReadableRound): readonly InputIssue[] {
  return round === null ? issues : [...issues, ...pinIssues(buildInstance(round))];
}

/** What a readable round is worth, for its row in the store. */
export function roundCheck(checked: ReadableRound): RoundCheck {
  const { hash, given } = checked;
  const issues = issuesOf(checked);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const sizes = {
    candidates: given.candidates.length,
    missions: given.missions.length,
    hosts: given.hosts.length,
    promotions: given.promotions.length,
  };
  const kept = issues.slice(0, MOST_KEPT).map((issue) => {
    const { code, path, params, text } = requestIssue(issue, "body");
    return { code, severity: issue.severity, path, params, text };
  });
  return { name: given.id, hash, sizes, issues: kept, issueCount: { errors, warnings: issues.length - errors } };
}

/** Checks a round that is to be stored: the answer is a `RoundCheck`, the round itself comes back compressed. */
export function answerRoundCheck(value: unknown): Answer {
  const checked = checkRoundValue(value);
  if (checked.status === "unreadable")
    return { status: "refused", refusal: refuseIssues("body-invalid", checked.issues, "body") };
  return {
    status: "answered",
    json: Buffer.from(JSON.stringify(roundCheck(checked))),
    artifacts: [{ name: "round", mediaType: "application/json", bytes: gzipSync(JSON.stringify(value)) }],
  };
}
