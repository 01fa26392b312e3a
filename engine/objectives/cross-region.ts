import { heldColumn } from "../model/families/held.ts";
import { openPromotions } from "../model/families/promotion-deviation.ts";
import { servingElsewhere } from "../model/families/serving-elsewhere.ts";
import { at } from "../model/instance.ts";
import { evaluate, sumOf, weightedSum } from "../model/linear-expression.ts";
import type { Origin } from "../model/linear-model.ts";
import { gaugeEntry, maximising } from "./objective.ts";

/**
 * Art. 14 §2: promotions with enough persons serving in a Region other than that of residence.
 *
 *     minimum * met[p] <= serving elsewhere[p],  met[p] <= held[p],  met[p] in {0,1};  sum over p of met[p], maximised
 */
export const crossRegion = maximising(
  "cross-region",
  gaugeEntry(
    (draft) => {
      const minimum = draft.instance.round.policy.crossRegion?.minimum ?? 1;
      const met = openPromotions(draft).map((promotion) => {
        const subject = { promotion: at(draft.instance.round.promotions, promotion).id };
        const origin: Origin = { source: "cross-region", subject, definition: true };
        const elsewhere = servingElsewhere(draft, promotion);
        const held = heldColumn(draft, promotion);
        const column = draft.builder.addColumn({
          lower: 0,
          upper: 1,
          origin,
          define: (point) => (point[held] === 1 && evaluate(elsewhere, point) >= minimum ? 1 : 0),
        });
        draft.builder.addRow(weightedSum([elsewhere, sumOf([column])], [1, -minimum]), { lower: 0 }, origin);
        draft.builder.addRow(weightedSum([sumOf([column]), sumOf([held])], [1, -1]), { upper: 0 }, origin);
        return column;
      });
      return sumOf(met);
    },
    ({ round }) => ({ kind: "elsewhere", of: "met", minimum: round.policy.crossRegion?.minimum ?? 1 }),
    ({ round, arcs }) => round.promotions.filter((_, promotion) => arcs.hasPromotion(promotion)).length,
  ),
);
