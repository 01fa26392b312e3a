import type { PromotionBlock } from "./promotion-block.ts";

/**
 * The linear program of one promotion at one size n: the cheapest persons, and what they lie outside the bands. r[i] is the price of
 * person i, w[g] that of a person outside the band of category g, W the most persons outside and `over` the price of one more.
 *
 *     min  sum r[i] x[i] + sum w[g] (under[g] + above[g]) + over * excess
 *     row 0      sum of x = n                                                    0 <= x <= 1
 *     row 1+g    sum of x in g + under[g] - above[g] + slack[g] = upper[g]       0 <= slack[g] <= upper[g] - lower[g]
 *     row 1+G    sum of under + above - excess + room = W                        only where W is finite
 *
 * Columns in this order: x, under, above, slack, excess, room. Only prices change from call to call, so a basis stays
 * feasible and the next optimum is a few pivots away.
 */
export interface SizeProgram {
  readonly block: PromotionBlock;
  readonly size: number;
  /** W: most persons outside the bands at no extra price; `Infinity` without. */
  readonly cap: number;
  readonly rows: number;
  /** lower and upper ends of the bands, by category. */
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** Basic column of each row and its value; where each column is (0 at 0, 1 at its upper bound, 2 basic). */
  readonly basis: Int32Array;
  readonly value: Float64Array;
  readonly state: Uint8Array;
  /** Inverse of the basis, row by row. */
  readonly inverse: Float64Array;
  /** Prices of the rows in the last optimum. */
  readonly duals: Float64Array;
  /** What a person of each type is worth at some prices of the rows: see `worthOfTypes`. */
  readonly worth: Float64Array;
}

/** The prices of one call, all of them at least 0 but those of persons. */
export interface Prices {
  /** By person. */
  readonly persons: Float64Array;
  /** By category. */
  readonly deviations: Float64Array;
  readonly over: number;
}

/** Where a column is that is neither at 0 nor at its upper bound. */
export const BASIC = 2;

/**
 * The entries of a column of a size program, as (row, coefficient) pairs handed to `visit`. See `SizeProgram` for the rows and the
 * order of the columns.
 */
export function visitColumn(
  { block, rows }: SizeProgram,
  column: number,
  visit: (row: number, coefficient: number) => void,
): void {
  const [persons, categories, dimensions] = [block.persons.length, block.categories.length, block.dimensions];
  if (column < persons) {
    visit(0, 1);
    for (let d = 0; d < dimensions; d++) {
      const g = block.categoryOf[column * dimensions + d] as number;
      if (g < categories) visit(1 + g, 1);
    }
    return;
  }
  const capRow = rows > 1 + categories ? rows - 1 : -1;
  const side = Math.floor((column - persons) / categories);
  if (column >= persons + 3 * categories) {
    visit(capRow, column === persons + 3 * categories ? -1 : 1);
    return;
  }
  visit(1 + ((column - persons) % categories), side === 1 ? -1 : 1);
  if (side < 2 && capRow >= 0) visit(capRow, 1);
}

/** Price of a column in the objective. */
export function costOf({ block }: SizeProgram, { persons, deviations, over }: Prices, column: number): number {
  const [count, categories] = [block.persons.length, block.categories.length];
  if (column < count) return persons[column] as number;
  if (column < count + 2 * categories) return deviations[(column - count) % categories] as number;
  return column === count + 3 * categories ? over : 0;
}

/** Upper bound of a column. */
export function limitOf({ block, lower, upper }: SizeProgram, column: number): number {
  const persons = block.persons.length;
  if (column < persons) return 1;
  const g = column - persons - 2 * block.categories.length;
  return g >= 0 && g < block.categories.length ? (upper[g] as number) - (lower[g] as number) : Infinity;
}

/** Writes the sum of row 0's price and those of the type's categories, per type; `prices[g]` of category g. */
export function worthOfTypes({ block, worth }: SizeProgram, base: number, prices: Float64Array): Float64Array {
  const { examples, categoryOf, dimensions } = block;
  for (let t = 0; t < worth.length; t++) {
    const first = (examples[t] as number) * dimensions;
    let sum = base;
    // The index of a category without a band lies beyond the prices.
    for (let d = 0; d < dimensions; d++) sum += prices[categoryOf[first + d] as number] ?? 0;
    worth[t] = sum;
  }
  return worth;
}
