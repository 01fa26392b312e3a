import type { Proposal } from "../model/instance.ts";
import type { Rule } from "./rule.ts";

/** Languages that the missions of a proposal ask for and the candidate does not speak, sorted. */
export function missingLanguages({ candidate, missions }: Pick<Proposal, "candidate" | "missions">): readonly string[] {
  const asked = new Set(missions.flatMap((mission) => mission.languages));
  return [...asked].filter((language) => !candidate.languages.includes(language)).sort();
}

const NATIONAL_LANGUAGES = ["nl", "fr", "de"];

/**
 * Art. 13 and 22 §1, 8°: a mission's languages are spoken, all of them. Under `languages: impose` a missing one is a condition
 * imposed on the host; so it is in any case for who speaks none of nl, fr and de, whom the law counts among those to accommodate.
 */
export const languages: Rule = {
  id: "languages",
  forbids: (proposal) =>
    proposal.round.policy.languages === "forbid" &&
    NATIONAL_LANGUAGES.some((language) => proposal.candidate.languages.includes(language)) &&
    missingLanguages(proposal).length > 0,
};
