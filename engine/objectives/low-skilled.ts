import { ceil, parseDecimal, times } from "../domain/decimal.ts";
import type { Candidate } from "../domain/round.ts";
import type { Draft } from "../model/draft.ts";
import type { GaugeOf } from "../model/gauge.ts";
import { at, type Instance, type Opening } from "../model/instance.ts";
import { evaluate, type LinearExpression, sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Origin } from "../model/linear-model.ts";
import { placementsThat } from "./counting.ts";
import { minimising } from "./objective.ts";

function isLowSkilled(_: Opening, candidate: Candidate, { round }: Instance): boolean {
  const setting = round.policy.lowSkilled;
  return setting !== null && candidate.attributes[setting.dimension] === setting.category;
}

function expression({ instance, builder }: Draft): LinearExpression {
  const setting = instance.round.policy.lowSkilled;
  if (setting === null) return sumOf([]);
  const low = placementsThat(instance, isLowSkilled);
  const all = placementsThat(instance, () => true);
  const share = parseDecimal(setting.minimum);
  const origin: Origin = { source: "low-skilled", subject: { category: setting.category } };
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
  const { candidates } = instance.round;
  const weights = Float64Array.from(instance.arcs, (arc) => (isLowSkilled(arc, at(candidates, arc.candidate), instance) ? 1 : 0));
  return { kind: "shortage", weights, share: setting.minimum };
};

/**
 * Art. 4 §1, 2°: low-skilled persons missing to the minimum share q = digits / 10^scale of the placements.
 *
 *     10^scale * (short + sum of x low-skilled) >= digits * sum of x,  short >= 0 and whole;  short, minimised
 *
 * so short = max(0, ceil(q * placements) - low-skilled placements).
 */
export const lowSkilled = minimising("low-skilled", expression, gauge);
