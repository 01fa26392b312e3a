import type { Rule } from "./rule.ts";

/** Art. 9: a mission that grew from a candidate's own initiative is reserved for that candidate. */
export const ownInitiative: Rule = {
  id: "own-initiative",
  forbids: ({ candidate, missions }) =>
    missions.some((mission) => mission.reservedFor !== null && mission.reservedFor !== candidate.id),
};
