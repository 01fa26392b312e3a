import { type Draft, family } from "../draft.ts";
import { at } from "../instance.ts";
import { sumOf, weightedSum } from "../linear-expression.ts";
import type { Origin } from "../linear-model.ts";
import { anyOf } from "../model-builder.ts";

/**
 * held[p] in {0,1}: this round places someone in promotion p. With n[p] candidates who could be placed there:
 *
 *     held[p] <= sum of x[.,.,p] <= n[p] * held[p]
 */
export function heldColumn(draft: Draft, promotion: number): number {
  return family(draft, `held ${promotion}`, () => {
    const { instance, builder } = draft;
    const arcs = instance.arcs.ofPromotion(promotion);
    const people = new Set(arcs.map((arc) => instance.arcs.candidateOf(arc))).size;
    const subject = { promotion: at(instance.round.promotions, promotion).id };
    const origin: Origin = { source: "promotion-size", subject, definition: true };
    const held = builder.addColumn({ lower: 0, upper: 1, origin, define: anyOf(arcs) });
    builder.addRow(weightedSum([sumOf(arcs), sumOf([held])], [1, -1]), { lower: 0 }, origin);
    builder.addRow(weightedSum([sumOf(arcs), sumOf([held])], [1, -people]), { upper: 0 }, origin);
    return held;
  });
}

/** Number of placements of this round in a promotion. */
export function placedIn(draft: Draft, promotion: number) {
  return sumOf(draft.instance.arcs.ofPromotion(promotion));
}
