import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Policy } from "../domain/policy.ts";
import type { Draft } from "./draft.ts";
import { readChoice } from "./read-round.ts";
import type { CandidateJson } from "./round-schema.ts";

const CHOICES = 3;

/** The ranked choices (Art. 12 §1): how many, none twice, and no pin outside them. */
export function* checkChoices({ candidates, pins, policy }: Draft): Generator<InputIssue> {
  const choicesOf = new Map<string, ReadonlySet<string>>();
  for (const { value, path } of candidates) {
    yield* number(value.choices.length, policy?.choices, `${path}/choices`);
    const seen = new Set<string>();
    for (const [rank, choice] of missionSets(value).entries()) {
      if (seen.has(choice)) yield inputIssue("choice-duplicate", `${path}/choices/${rank}`, { choice });
      seen.add(choice);
    }
    choicesOf.set(value.id, seen);
  }
  for (const { value, path } of pins) {
    if (!("promotion" in value) || !value.missions) continue;
    const choices = choicesOf.get(value.candidate);
    if (choices !== undefined && !choices.has(missionSet(value.missions))) {
      yield inputIssue("pin-not-a-choice", `${path}/missions`, { candidate: value.candidate });
    }
  }
}

function* number(count: number, reading: Policy["choices"] | undefined, path: string): Generator<InputIssue> {
  if (reading === "up-to-three" && count > CHOICES) yield inputIssue("choices-too-many", path, { count });
  if (reading === "exactly-three" && count !== CHOICES) yield inputIssue("choices-not-three", path, { count });
}

function missionSets(candidate: CandidateJson): string[] {
  return candidate.choices.map((choice) => missionSet(readChoice(choice).missions));
}

/** A pair is the same pair in either order. */
function missionSet(missions: readonly string[]): string {
  return missions.toSorted().join(" + ");
}
