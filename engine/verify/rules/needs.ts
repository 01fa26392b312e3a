import type { Candidate, Host, Mission } from "../../domain/round.ts";
import type { AssignmentRule } from "../check.ts";

/** Accommodations the candidate needs that neither the host nor the mission offers. */
export function missingNeeds(candidate: Candidate, mission: Mission, host: Host | undefined): string[] {
  return candidate.needs.filter((need) => !mission.offers.includes(need) && !host?.offers.includes(need));
}

/** Art. 13; 22 §1, 8°: reasonable accommodations are offered, or (`needs: impose`) become a condition imposed on the host. */
export const needs: AssignmentRule = {
  holds: ({ candidate, missions, hosts }, _, policy) =>
    policy.needs === "impose" || missions.every((mission, index) => missingNeeds(candidate, mission, hosts[index]).length === 0),
  breach: "the host does not offer an accommodation that is needed",
};
