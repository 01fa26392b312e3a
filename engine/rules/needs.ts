import type { Proposal } from "../model/instance.ts";
import type { Rule } from "./rule.ts";

/** Accommodations a candidate needs and not every mission of a proposal (or its host) offers already, sorted. */
export function missingNeeds({
  candidate,
  missions,
  hosts,
}: Pick<Proposal, "candidate" | "missions" | "hosts">): readonly string[] {
  return candidate.needs
    .filter((need) =>
      missions.some((mission, i) => !mission.offers.includes(need) && !(hosts[i]?.offers.includes(need) ?? false)),
    )
    .toSorted();
}

/**
 * Art. 13 and 22 §1, 8°: reasonable accommodations. Under `needs: impose` what is not offered becomes a condition imposed on the
 * host; under `forbid` the proposal is left out.
 */
export const needs: Rule = {
  id: "needs",
  forbids: (proposal) => proposal.round.policy.needs === "forbid" && missingNeeds(proposal).length > 0,
};
