import { heldColumn, placedIn } from "../model/families/held.ts";
import { at } from "../model/instance.ts";
import { sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Rule } from "./rule.ts";

/**
 * Operational (Art. 13): the size of a promotion, members included.
 *
 *     minSize <= members + sum of x[.,.,p] <= maxSize - keepFree      if this round places someone in p
 *     minSize <= members + sum of x[.,.,p]                            in any case under mustHold
 */
export const promotionSize: Rule = {
  id: "promotion-size",
  addRows: (draft) => {
    const { instance, builder } = draft;
    instance.seats.forEach(({ free, needed, owed }, promotion) => {
      const arcs = instance.arcs.ofPromotion(promotion);
      const subject = { promotion: at(instance.round.promotions, promotion).id };
      const origin = { source: "promotion-size", subject } as const;
      if (arcs.length > 0 && needed > 1) {
        const held = sumOf([heldColumn(draft, promotion)]);
        builder.addRow(weightedSum([placedIn(draft, promotion), held], [1, -needed]), { lower: 0 }, origin);
        builder.addRow(weightedSum([placedIn(draft, promotion), held], [1, -free]), { upper: 0 }, origin);
      } else if (arcs.length > 0) {
        builder.addRow(placedIn(draft, promotion), { upper: free }, origin);
      }
      if (owed > 0) {
        builder.addRow(placedIn(draft, promotion), { lower: owed }, { ...origin, subject: { ...subject, mustHold: "true" } });
      }
    });
  },
};
