import type { Draft } from "../model/draft.ts";
import { openPromotions, promotionDeviation } from "../model/families/promotion-deviation.ts";
import { evaluate, type LinearExpression, sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Origin } from "../model/linear-model.ts";
import { gaugeEntry, minimising, never } from "./objective.ts";

function expression(draft: Draft): LinearExpression {
  const origin: Origin = { source: "worst-promotion", subject: {}, definition: true };
  const deviations = openPromotions(draft).map((promotion) => promotionDeviation(draft, promotion));
  const worst = draft.builder.addColumn({
    lower: 0,
    upper: Infinity,
    origin,
    define: (point) => deviations.reduce((largest, deviation) => Math.max(largest, evaluate(deviation, point)), 0),
  });
  for (const deviation of deviations) {
    draft.builder.addRow(weightedSum([sumOf([worst]), deviation], [1, -1]), { lower: 0 }, origin);
  }
  return sumOf([worst]);
}

/**
 * Art. 23 §3, *every* promotion: the largest deviation of one promotion.
 *
 *     worst >= sum over d, g of deviation[p,d,g]  for every promotion p;  worst, minimised
 */
export const worstPromotion = minimising(
  "worst-promotion",
  gaugeEntry(
    expression,
    () => ({
      kind: "composition",
      of: "worst",
      hard: false,
    }),
    never,
  ),
);
