import { type Arcs, at } from "./instance.ts";
import type { LinearExpression } from "./linear-expression.ts";

/** Whole numbers, one per opening. */
export type OpeningWeights = Int8Array | Int32Array | Float64Array;

/**
 * A plain sum over the chosen arcs. Every arc of an opening weighs the same; what tells promotions of one intake apart (a published
 * placement, a pin) is told of the few arcs it concerns.
 *
 *     constant + sum over chosen arcs a of weights[opening of a] + marked[a]
 */
export interface ArcSum {
  readonly weights: OpeningWeights;
  readonly marked: ReadonlyMap<number, number>;
  readonly constant: number;
}

/** No arc is marked. */
export const UNMARKED: ReadonlyMap<number, number> = new Map();

/** The sum as an expression in the arcs' columns: one entry per arc that weighs something, ascending. */
export function expressionOf({ openings: { count, firstArc } }: Arcs, { weights, marked, constant }: ArcSum): LinearExpression {
  const columns: number[] = [];
  const coefficients: number[] = [];
  const special = marked.size > 0;
  for (let opening = 0; opening < count; opening++) {
    const weight = at(weights, opening);
    if (weight === 0 && !special) continue;
    for (let arc = at(firstArc, opening), end = at(firstArc, opening + 1); arc < end; arc++) {
      const coefficient = weight + (marked.get(arc) ?? 0);
      if (coefficient === 0) continue;
      columns.push(arc);
      coefficients.push(coefficient);
    }
  }
  return { columns, coefficients, constant };
}
