import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { at } from "../../model/instance.ts";
import { priceArcs } from "./arc-prices.ts";
import { heldCosts } from "./elsewhere.ts";
import type { Lagrangian } from "./lagrangian.ts";
import { pricePromotion } from "./price-promotion.ts";
import { type PriceRun, personPrices, priceSizes } from "./price-runs.ts";

/** Multipliers in whole millionths, with what they prove: no placement costs less than `value` millionths. */
export interface CertifiedBound {
  readonly value: number;
  readonly multipliers: Float64Array;
  /** Parallel to the blocks; all sizes of each, in order. */
  readonly runs: readonly (readonly PriceRun[])[];
}

/**
 * Repeats an evaluation of L in whole numbers, so that no rounding can lift the bound: multipliers and duals are rounded to
 * millionths first (any are valid), then everything is sums and products of whole numbers. `null` where these could grow too large to
 * be exact.
 */
export function certify(lagrangian: Lagrangian, multipliers: Float64Array): CertifiedBound | null {
  const { relaxation, pricers, totalAt } = lagrangian;
  const { cost, constant, weight, mostOutside } = relaxation;
  const rounded = multipliers.map((multiplier) => Math.round(multiplier * PRICE_UNIT) / PRICE_UNIT);
  lagrangian.project(rounded);
  const prices = new Float64Array(cost.length);
  priceArcs(relaxation, rounded, prices);
  const outside = weight + (totalAt < 0 ? 0 : (rounded[totalAt] as number));
  const held = heldCosts(relaxation, rounded);
  for (const [p, pricer] of pricers.entries()) pricePromotion(pricer, prices, outside, at(held, p));

  const whole = rounded.map((multiplier) => Math.round(multiplier * PRICE_UNIT));
  const worth = priceArcs({ ...relaxation, cost: cost.map((one) => one * PRICE_UNIT) }, whole, prices);
  const wholeOutside = weight * PRICE_UNIT + (totalAt < 0 ? 0 : (whole[totalAt] as number));
  if (!isExact(lagrangian, whole, prices)) return null;
  const wholeHeld = heldCosts(relaxation, whole);
  const priced = pricers.map((pricer, p) =>
    priceSizes(pricer, relaxation, personPrices(pricer, prices), wholeOutside, at(wholeHeld, p)),
  );
  const value = priced.reduce(
    (sum, { cost }) => sum + cost,
    constant * PRICE_UNIT + worth - (totalAt < 0 ? 0 : (whole[totalAt] as number) * mostOutside),
  );
  return { value, multipliers: whole, runs: priced.map(({ runs }) => runs) };
}

/** Whether no sum that is formed can pass the whole numbers a double holds: by what all of it would be without signs. */
function isExact({ relaxation, scales }: Lagrangian, whole: Float64Array, prices: Float64Array): boolean {
  const { rows, blocks, elsewhere, dimensions, forbidden } = relaxation;
  const largest = (list: Float64Array) => list.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
  const finite = (end: number) => (Number.isFinite(end) ? Math.abs(end) : 0);
  const ends = rows.reduce((sum, { lower, upper }, i) => {
    return sum + Math.abs(whole[i] as number) * Math.max(finite(lower), finite(upper), scales[i] as number);
  }, 0);
  const perPerson = largest(prices) + largest(whole) + (dimensions.length + 1) * (forbidden * PRICE_UNIT + largest(whole));
  const persons = blocks.reduce((sum, { persons: all, categories }) => sum + all.length + categories.length, 0);
  const perPromotion = elsewhere === null ? 0 : (2 * elsewhere.wanted + 2) * largest(whole);
  return ends + perPerson * persons + perPromotion * blocks.length <= Number.MAX_SAFE_INTEGER;
}
