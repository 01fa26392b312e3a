import { sumOf } from "../model/linear-expression.ts";
import type { Rule } from "./rule.ts";

/**
 * Art. 16 §1, 22 §1, 23 §1: at most one placement per candidate.
 *
 *     sum over k, p of x[c,k,p] <= 1      for every candidate c
 */
export const onePlace: Rule = {
  id: "one-place",
  addRows: ({ instance, builder }) => {
    instance.round.candidates.forEach(({ id }, candidate) => {
      if (!instance.arcs.hasCandidate(candidate)) return;
      const subject = { candidate: id };
      builder.addRow(sumOf(instance.arcs.ofCandidate(candidate)), { upper: 1 }, { source: "one-place", subject });
    });
  },
};
