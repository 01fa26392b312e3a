import type { Draft } from "../model/draft.ts";
import { openPromotions, promotionDeviation } from "../model/families/promotion-deviation.ts";
import { type LinearExpression, weightedSum } from "../model/linear-expression.ts";
import { gaugeEntry, minimising, never } from "./objective.ts";

function expression(draft: Draft): LinearExpression {
  const promotions = openPromotions(draft);
  return weightedSum(
    promotions.map((promotion) => promotionDeviation(draft, promotion)),
    promotions.map(() => 1),
  );
}

/** Art. 23 §3: persons outside the promotions' bands. `sum over p, d, g of deviation[p,d,g]`, minimised. */
export const representativeness = minimising(
  "representativeness",
  gaugeEntry(
    expression,
    () => ({
      kind: "composition",
      of: "total",
      hard: false,
    }),
    never,
  ),
);
