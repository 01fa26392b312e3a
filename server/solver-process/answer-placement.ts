import { type ConflictLanguage, conflictLines } from "../../engine/conflict/texts/conflict-text.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { type PlaceOutcome, place } from "../../engine/place.ts";
import { withCrew } from "../crew/thread-crew.ts";
import { type Refusal, refuseIssues } from "../problems.ts";
import type { Answer } from "./answer.ts";
import { limitIssues } from "./limit-issues.ts";
import type { TaskContext } from "./task-context.ts";

/** Parses, checks and places a round. */
export async function answerPlacement(value: unknown, { allowed, ports, working }: TaskContext): Promise<Answer> {
  const parsed = parseRoundValue(value);
  if (!parsed.ok) return { status: "refused", refusal: refuseIssues("body-invalid", parsed.issues, "body") };
  // A round that parses has the shape of its schema.
  const tooHigh = limitIssues((value as RoundJson).limits, allowed);
  if (tooHigh.length > 0) {
    return { status: "refused", refusal: { ...refuseIssues("limits-too-high", tooHigh, "body"), allowed } };
  }
  const limits = { ...parsed.round.limits, seconds: Math.min(parsed.round.limits.seconds, allowed.seconds) };
  await working(limits.seconds);
  const own = await ports();
  return withCrew(limits.threads, async (crew) =>
    answerOf(await place({ ...parsed.round, limits }, parsed.warnings, crew === undefined ? own : { ...own, crew })),
  );
}

/** What came of a round, as the answer to whoever sent it. */
export function answerOf(outcome: PlaceOutcome): Answer {
  switch (outcome.status) {
    case "solved":
      return { status: "answered", json: Buffer.from(JSON.stringify(outcome.result)) };
    case "bad-input":
      return { status: "refused", refusal: refuseIssues("body-invalid", outcome.issues, "body") };
    case "infeasible":
      return { status: "refused", refusal: infeasible(outcome) };
    case "nothing-found": {
      const detail = `The limit ${outcome.limit} was reached; no lawful placement was found, nor was it shown that there is none.`;
      return { status: "refused", refusal: { code: "nothing-found", detail }, stoppedBy: outcome.limit };
    }
    case "failed":
      return { status: "failed", message: `${outcome.message} (${outcome.violations.length} violations)` };
  }
}

function infeasible({ conflict, relaxations }: Extract<PlaceOutcome, { readonly status: "infeasible" }>): Refusal {
  const closing = conflict.minimal
    ? "Without any one of the rules in conflict the others can be kept."
    : "The limits ended the search for the conflict: a smaller one may exist.";
  const inWords = (language: ConflictLanguage) => conflictLines(conflict, relaxations, language);
  const texts = { fr: inWords("fr"), nl: inWords("nl"), de: inWords("de"), en: inWords("en") };
  return {
    code: "infeasible",
    detail: `The rules in conflict cannot be kept together. ${closing}`,
    conflict,
    relaxations,
    texts,
  };
}
