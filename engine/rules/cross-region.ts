import { heldColumn } from "../model/families/held.ts";
import { openPromotions } from "../model/families/promotion-deviation.ts";
import { servingElsewhere } from "../model/families/serving-elsewhere.ts";
import { readingOf } from "../model/gauge.ts";
import { at } from "../model/instance.ts";
import { sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Rule } from "./rule.ts";

/**
 * Art. 14 §2 as an obligation (`mode: hard`): in every promotion this round places someone in, enough persons serve in a Region
 * other than that of residence.
 *
 *     serving elsewhere[p] >= minimum * held[p]
 */
export const crossRegionRule: Rule = {
  id: "cross-region",
  breaches: ({ round }) => {
    const setting = round.policy.crossRegion;
    return setting?.mode === "hard" ? readingOf({ kind: "elsewhere", of: "unmet", minimum: setting.minimum }) : null;
  },
  addRows: (draft) => {
    const setting = draft.instance.round.policy.crossRegion;
    if (setting?.mode !== "hard") return;
    for (const promotion of openPromotions(draft)) {
      const surplus = weightedSum(
        [servingElsewhere(draft, promotion), sumOf([heldColumn(draft, promotion)])],
        [1, -setting.minimum],
      );
      const subject = { promotion: at(draft.instance.round.promotions, promotion).id };
      draft.builder.addRow(surplus, { lower: 0 }, { source: "cross-region", subject });
    }
  },
};
