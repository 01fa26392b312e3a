import type { AssignmentRule } from "../check.ts";

/** Art. 2, 2°; 23 §3: engagement is free, so the promotion starts between the first and the last start the candidate accepts. */
export const notBefore: AssignmentRule = {
  holds: ({ candidate }, promotion) =>
    candidate.available.from <= promotion.start && promotion.start <= candidate.available.until,
  breach: "the promotion starts outside the dates the candidate accepts",
};
