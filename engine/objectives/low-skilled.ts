import { ceil, parseDecimal, times } from "../domain/decimal.ts";
import type { Candidate } from "../domain/round.ts";
import { expressionOf } from "../model/arc-sum.ts";
import type { Draft } from "../model/draft.ts";
import type { GaugeOf } from "../model/gauge.ts";
import type { Instance, Opening } from "../model/instance.ts";
import { evaluate, type LinearExpression, sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Origin } from "../model/linear-model.ts";
import { openingsThat, placementsThat } from "./counting.ts";
import { gaugeEntry, minimising, never } from "./objective.ts";

function isLowSkilled(_: Opening, candidate: Candidate, { round }: Instance): boolean {
  const setting = round.policy.lowSkilled;
  return setting !== null && candidate.attributes[setting.dimension] === setting.category;
}

function expression({ instance, builder }: Draft): LinearExpression {
  const setting = instance.round.policy.lowSkilled;
  if (setting === null) return sumOf([]);
  const low = expressionOf(instance.arcs, placementsThat(instance, isLowSkilled));
  const all = sumOf(instance.arcs.all());
  const share = parseDecimal(setting.minimum);
  const origin: Origin = { source: "low-skilled", subject: { category: setting.category }, definition: true };
  const short = builder.addColumn({
    lower: 0,
    upper: Infinity,
    origin,
    define: (point) => Math.max(0, ceil(times(share, evaluate(all, point))) - evaluate(low, point)),
  });
  const unit = 10 ** share.scale;
  builder.addRow(weightedSum([sumOf([short]), low, all], [unit, unit, -Number(share.digits)]), { lower: 0 }, origin);
  return sumOf([short]);
}

const gauge: GaugeOf = (instance) => {
  const setting = instance.round.policy.lowSkilled;
  if (setting === null) return null;
  return { kind: "shortage", weights: openingsThat(instance, isLowSkilled), share: setting.minimum };
};

/**
 * Art. 4 §1, 2°: low-skilled persons missing to the minimum share q = digits / 10^scale of the placements.
 *
 *     10^scale * (short + sum of x low-skilled) >= digits * sum of x,  short >= 0 and whole;  short, minimised
 *
 * so short = max(0, ceil(q * placements) - low-skilled placements).
 */
export const lowSkilled = minimising("low-skilled", gaugeEntry(expression, gauge, never));
