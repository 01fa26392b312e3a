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
    instance.arcsOfCandidate.forEach((arcs, candidate) => {
      if (arcs.length === 0) return;
      const subject = { candidate: instance.round.candidates[candidate]?.id ?? "" };
      builder.addRow(sumOf(arcs), { upper: 1 }, { source: "one-place", subject });
    });
  },
};
