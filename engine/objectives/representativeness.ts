import { openPromotions, promotionDeviation } from "../model/families/promotion-deviation.ts";
import { weightedSum } from "../model/linear-expression.ts";
import { minimising } from "./objective.ts";

/** Art. 23 §3: persons outside the promotions' bands. `sum over p, d, g of deviation[p,d,g]`, minimised. */
export const representativeness = minimising("representativeness", (draft) => {
  const promotions = openPromotions(draft);
  return weightedSum(
    promotions.map((promotion) => promotionDeviation(draft, promotion)),
    promotions.map(() => 1),
  );
});
