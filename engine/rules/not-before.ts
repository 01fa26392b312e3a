import type { Rule } from "./rule.ts";

/**
 * Art. 2, 2° (engagement is free) and 23 §3 (an engagement may be delayed, never advanced): the promotion starts when the
 * candidate is available.
 *
 *     earliest <= p.start <= latest      (earliest: the chosen start unless the candidate named another day)
 */
export const notBefore: Rule = {
  id: "not-before",
  forbids: ({ candidate, promotion }) =>
    promotion.start < candidate.available.from || promotion.start > candidate.available.until,
};
