import type { Candidate, Mission } from "../../domain/round.ts";
import type { AssignmentRule } from "../check.ts";

/** Languages a mission requires that the candidate does not speak. */
export function missingLanguages(candidate: Candidate, mission: Mission): string[] {
  return mission.languages.filter((language) => !candidate.languages.includes(language));
}

const NATIONAL = new Set(["nl", "fr", "de"]);

/**
 * Art. 13; 22 §1, 8°: every language of the mission is spoken, or the missing ones are a condition imposed on the host. Who masters
 * none of the three national languages is among those the law wants accommodated: for them the condition is always imposed.
 */
export const languages: AssignmentRule = {
  holds: ({ candidate, missions }, _, policy) =>
    policy.languages === "impose" ||
    !candidate.languages.some((language) => NATIONAL.has(language)) ||
    missions.every((mission) => missingLanguages(candidate, mission).length === 0),
  breach: "a language of the mission is not spoken",
};
