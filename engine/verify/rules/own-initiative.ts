import type { AssignmentRule } from "../check.ts";

/** Art. 9: a mission accepted as one candidate's own initiative is for that candidate only. */
export const ownInitiative: AssignmentRule = {
  holds: ({ candidate, missions }) => missions.every(({ reservedFor }) => reservedFor === null || reservedFor === candidate.id),
  breach: "the mission is another candidate's own initiative",
};
