import { type ArcSum, UNMARKED } from "../model/arc-sum.ts";
import type { Draft } from "../model/draft.ts";
import type { GaugeOf } from "../model/gauge.ts";
import { at, type Instance } from "../model/instance.ts";
import type { LinearExpression } from "../model/linear-expression.ts";
import type { Origin } from "../model/linear-model.ts";
import { anyOf } from "../model/model-builder.ts";
import { gaugeEntry, never, type Objective, sumEntry } from "./objective.ts";

/**
 * The largest delay as a ladder over the delays v1 < v2 < ... that occur (v0 = 0):
 *
 *     late[k] >= sum of x of candidate c with delayDays >= vk     for every k and c;   late[k] in {0,1}
 *     largest = sum over k of (vk - v(k-1)) * late[k]
 */
function largestDelay({ instance, builder }: Draft): LinearExpression {
  const delays = [...new Set(instance.arcs.openings.delayDays)].filter((days) => days > 0).sort((a, b) => a - b);
  const late = delays.map((days) => {
    const origin: Origin = { source: "delay", subject: { days: String(days) }, definition: true };
    const beyond = instance.arcs.where((arc) => arc.delayDays >= days);
    const column = builder.addColumn({ lower: 0, upper: 1, origin, define: anyOf(beyond) });
    const ofCandidate = Map.groupBy(beyond, (arc) => instance.arcs.candidateOf(arc));
    for (const arcs of ofCandidate.values()) {
      const level = arcs.some((arc) => instance.arcs.delayOf(arc) === days);
      if (!level) continue;
      builder.addRow({ columns: [...arcs, column], coefficients: [...arcs.map(() => 1), -1], constant: 0 }, { upper: 0 }, origin);
    }
    return column;
  });
  for (let k = 1; k < late.length; k++) {
    const rungs = { columns: [at(late, k - 1), at(late, k)], coefficients: [1, -1], constant: 0 };
    builder.addRow(rungs, { lower: 0 }, { source: "delay", subject: { days: String(delays[k]) }, definition: true });
  }
  return { columns: late, coefficients: delays.map((days, k) => days - (delays[k - 1] ?? 0)), constant: 0 };
}

const largestChosen: GaugeOf = ({ arcs }) => ({ kind: "largest", values: arcs.openings.delayDays });

/** `total = sum of delayDays * x`. */
function totalDelay({ arcs }: Instance): ArcSum {
  return { weights: arcs.openings.delayDays, marked: UNMARKED, constant: 0 };
}

/** Art. 23 §3: as close as possible to the chosen date: [largest, total] delay after the nearest date in days, minimised. */
export const delay: Objective = {
  id: "delay",
  sense: () => "minimise",
  entries: () => [gaugeEntry(largestDelay, largestChosen, never), sumEntry(totalDelay, never)],
};
