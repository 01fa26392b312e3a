import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { priceArcs } from "./arc-prices.ts";
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
  const largest = [prices, whole].reduce((most, list) => list.reduce((a, b) => Math.max(a, Math.abs(b)), most), 1);
  const ends = rows.reduce((most, { lower, upper }) => Math.max(most, finite(lower), finite(upper)), 1);
  if (largest * ends * (prices.length + whole.length) > Number.MAX_SAFE_INTEGER) return null;
  const priced = pricers.map((pricer) => priceSizes(pricer, relaxation, personPrices(pricer, prices), wholeOutside));
  const value = priced.reduce(
    (sum, { cost }) => sum + cost,
    constant * PRICE_UNIT + worth - (totalAt < 0 ? 0 : (whole[totalAt] as number) * mostOutside),
  );
  return { value, multipliers: whole, runs: priced.map(({ runs }) => runs) };
}

const finite = (end: number): number => (Number.isFinite(end) ? Math.abs(end) : 0);
