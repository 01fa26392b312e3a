import { type Draft, family } from "../draft.ts";
import { at } from "../instance.ts";
import { evaluate, sumOf } from "../linear-expression.ts";
import type { Origin } from "../linear-model.ts";
import { heldColumn } from "./held.ts";

/** One binary column per number of placements a promotion can have: `columns[i]` is 1 when it has `sizes[i]`. */
export interface SizeTable {
  readonly sizes: readonly number[];
  readonly columns: readonly number[];
}

/**
 * size[p,s] in {0,1}: this round makes exactly s placements in p, for every s >= 1 that p may have.
 *
 *     sum over s of size[p,s] = held[p]          sum over s of s * size[p,s] = sum of x[.,.,p]
 *
 * Bands are whole numbers that depend on the size; with the size chosen by a binary they are constants, and deviations persons.
 */
export function sizeTable(draft: Draft, promotion: number): SizeTable {
  return family(draft, `sizes ${promotion}`, () => {
    const { instance, builder } = draft;
    const held = heldColumn(draft, promotion);
    const arcs = instance.arcs.ofPromotion(promotion);
    const { free, needed } = at(instance.seats, promotion);
    const people = new Set(arcs.map((arc) => instance.arcs.candidateOf(arc))).size;
    const [smallest, largest] = draft.everySize ? [1, people] : [needed, Math.min(free, people)];
    const sizes = Array.from({ length: Math.max(0, largest - smallest + 1) }, (_, i) => smallest + i);
    const { id } = at(instance.round.promotions, promotion);
    const columns = sizes.map((size) => {
      const origin: Origin = { source: "representativeness", subject: { promotion: id, size: String(size) }, definition: true };
      return builder.addColumn({
        lower: 0,
        upper: 1,
        origin,
        define: (point) => (evaluate(sumOf(arcs), point) === size ? 1 : 0),
      });
    });
    const origin: Origin = { source: "representativeness", subject: { promotion: id }, definition: true };
    builder.addRow(
      { columns: [...columns, held], coefficients: [...columns.map(() => 1), -1], constant: 0 },
      { lower: 0, upper: 0 },
      origin,
    );
    builder.addRow(
      { columns: [...columns, ...arcs], coefficients: [...sizes, ...arcs.map(() => -1)], constant: 0 },
      { lower: 0, upper: 0 },
      origin,
    );
    return { sizes, columns };
  });
}

/** The size table of a promotion if some row needed it before. */
export function writtenSizeTable(draft: Draft, promotion: number): SizeTable | null {
  return draft.families.has(`sizes ${promotion}`) ? sizeTable(draft, promotion) : null;
}
