import { type Draft, family } from "../draft.ts";
import { at } from "../instance.ts";
import type { LinearExpression } from "../linear-expression.ts";
import { heldColumn } from "./held.ts";

/**
 * Persons of a promotion serving in a Region other than that of residence (Art. 14 §2): its members' as soon as this round
 * places someone there, and this round's.
 *
 *     serving elsewhere[p] = sum of x[.,.,p] across Regions + members across Regions * held[p]
 */
export function servingElsewhere(draft: Draft, promotion: number): LinearExpression {
  return family(draft, `elsewhere ${promotion}`, () => {
    const { instance } = draft;
    const across = instance.arcs.ofPromotion(promotion).filter((arc) => instance.arcs.crossesRegion(arc));
    const members = at(instance.membersElsewhere, promotion);
    return {
      columns: [...across, heldColumn(draft, promotion)],
      coefficients: [...across.map(() => 1), members],
      constant: 0,
    };
  });
}
