import { categoriesOf, dimensionDeviations, openPromotions } from "../model/families/promotion-deviation.ts";
import { readingOf } from "../model/gauge.ts";
import { at } from "../model/instance.ts";
import { sumOf } from "../model/linear-expression.ts";
import type { Rule } from "./rule.ts";

/**
 * Art. 23 §3: bands or quotas of a dimension as an obligation under `mode: hard`, in every promotion this round places someone in.
 *
 *     deviation[p,d,g] = 0      for every category g with a band
 */
export const representativenessRule: Rule = {
  id: "representativeness",
  breaches: ({ round }) => {
    const hard = (round.policy.representativeness ?? []).some(({ mode }) => mode === "hard");
    return hard ? readingOf({ kind: "composition", of: "total", hard: true }) : null;
  },
  addRows: (draft) => {
    const { policy, promotions } = draft.instance.round;
    for (const dimension of policy.representativeness ?? []) {
      if (dimension.mode !== "hard") continue;
      const categories = categoriesOf(dimension);
      for (const promotion of openPromotions(draft)) {
        dimensionDeviations(draft, promotion, dimension).forEach((column, i) => {
          const subject = {
            promotion: at(promotions, promotion).id,
            dimension: dimension.dimension,
            category: at(categories, i),
            mode: "hard",
          };
          draft.builder.addRow(sumOf([column]), { upper: 0 }, { source: "representativeness", subject });
        });
      }
    }
  },
};
