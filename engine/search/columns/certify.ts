import { at } from "../../model/instance.ts";
import { priceArcs } from "./arc-prices.ts";
import type { Lagrangian } from "./lagrangian.ts";
import { type Pricer, pricePromotion } from "./price-promotion.ts";
import { FORBIDDEN, type Relaxation } from "./relaxation.ts";
import type { SizeProgram } from "./size-program.ts";

/** Prices are whole numbers of this part of a unit of the objective. */
export const PRICE_UNIT = 1_000_000;

/** What the categories of one promotion are priced at one size: `prices[g]`, and `excess` for a person beyond the cap. */
export interface SizePrices {
  readonly size: number;
  readonly prices: readonly number[];
  readonly excess: number;
}

/** Multipliers in whole millionths, with what they prove: no placement costs less than `value` millionths. */
export interface CertifiedBound {
  readonly value: number;
  readonly multipliers: Float64Array;
  /** Parallel to the blocks; every size of each. */
  readonly sizes: readonly (readonly SizePrices[])[];
}

/**
 * Repeats an evaluation of L in whole numbers, so that no rounding can lift the bound: multipliers and duals are rounded to
 * millionths first (any are valid), then everything is sums and products of whole numbers. `null` where these could grow too large to
 * be exact.
 */
export function certify(lagrangian: Lagrangian, multipliers: Float64Array): CertifiedBound | null {
  const { relaxation, pricers, totalAt } = lagrangian;
  const { rows, cost, constant, weight, mostOutside } = relaxation;
  const rounded = multipliers.map((multiplier) => Math.round(multiplier * PRICE_UNIT) / PRICE_UNIT);
  lagrangian.project(rounded);
  const prices = new Float64Array(cost.length);
  priceArcs(relaxation, rounded, prices);
  const outside = weight + (totalAt < 0 ? 0 : (rounded[totalAt] as number));
  for (const pricer of pricers) pricePromotion(pricer, prices, outside);

  const whole = rounded.map((multiplier) => Math.round(multiplier * PRICE_UNIT));
  const worth = priceArcs({ ...relaxation, cost: cost.map((one) => one * PRICE_UNIT) }, whole, prices);
  const wholeOutside = weight * PRICE_UNIT + (totalAt < 0 ? 0 : (whole[totalAt] as number));
  const sizes = pricers.map(({ programs }) => programs.map((program) => sizePrices(program, relaxation, wholeOutside)));
  const largest = [prices, whole].reduce((most, list) => list.reduce((a, b) => Math.max(a, Math.abs(b)), most), 1);
  const ends = rows.reduce((most, { lower, upper }) => Math.max(most, finite(lower), finite(upper)), 1);
  if (largest * ends * (prices.length + whole.length) > Number.MAX_SAFE_INTEGER) return null;
  const value = pricers.reduce(
    (sum, pricer, p) => sum + cheapest(pricer, prices, at(sizes, p)),
    constant * PRICE_UNIT + worth - (totalAt < 0 ? 0 : (whole[totalAt] as number) * mostOutside),
  );
  return { value, multipliers: whole, sizes };
}

const finite = (end: number): number => (Number.isFinite(end) ? Math.abs(end) : 0);

/** The duals of a size, rounded into what is allowed. */
function sizePrices({ block, size, rows, duals }: SizeProgram, { over }: Relaxation, outside: number): SizePrices {
  const { categories } = block;
  const inUnits = (dual: number) => Math.round(dual * PRICE_UNIT) || 0;
  const excess = rows > 1 + categories.length ? Math.min(over * PRICE_UNIT, Math.max(0, -inUnits(at(duals, rows - 1)))) : 0;
  const prices = categories.map(({ hard }, g) => {
    const most = hard ? FORBIDDEN * PRICE_UNIT : outside + excess;
    return Math.min(most, Math.max(-most, inUnits(at(duals, 1 + g))));
  });
  return { size, prices, excess };
}

/** What a composition of the promotion costs at least, in millionths. */
function cheapest({ block, programs }: Pricer, prices: Float64Array, sizes: readonly SizePrices[]): number {
  const persons = Float64Array.from(block.persons, (_, i) => {
    const arcs = block.arcs.subarray(block.arcStarts[i], block.arcStarts[i + 1]);
    return arcs.reduce((least, arc) => Math.min(least, prices[arc] as number), Infinity);
  });
  const costs = programs.map((program, k) => cheapestOfSize(program, persons, at(sizes, k)));
  return Math.min(block.mayBeEmpty ? 0 : Infinity, ...costs);
}

/** sum of the n least of r[i] - y[g] of i's categories + sum of y[g] * end[g] - excess * cap. */
function cheapestOfSize(
  { block, size, cap, lower, upper }: SizeProgram,
  persons: Float64Array,
  { prices, excess }: SizePrices,
): number {
  const reduced = persons.map((price, i) => {
    const categories = block.categoryOf.subarray(i * block.dimensions, (i + 1) * block.dimensions);
    return categories.reduce((left, g) => left - (prices[g] ?? 0), price);
  });
  const least = reduced.sort().subarray(0, size);
  const bands = prices.reduce((sum, price, g) => sum + price * at(price > 0 ? lower : upper, g), 0);
  return least.reduce((sum, price) => sum + price, bands) - (excess === 0 ? 0 : excess * cap);
}
