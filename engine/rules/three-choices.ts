import type { Rule } from "./rule.ts";

/**
 * Art. 12 §1 and 2, 2°: nobody is placed outside their choices. There is nothing to add: arcs exist only for choices, and their
 * number is checked on input.
 */
export const threeChoices: Rule = { id: "three-choices" };
