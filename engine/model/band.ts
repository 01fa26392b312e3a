import { add, ceil, floor, parseDecimal, subtract, times } from "../domain/decimal.ts";
import type { Dimension } from "../domain/policy.ts";

/** Smallest and largest count that lie in the band. */
export type Band = readonly [number, number];

/**
 * Band of a category with target share t and tolerance e among N persons:
 *
 *     the whole numbers in [(t - e) N, (t + e) N];  where there is none, floor(t N) and ceil(t N)
 *
 * in exact decimal arithmetic, clipped to 0..N (no count lies outside).
 */
export function bandOf(target: number, tolerance: number, persons: number): Band {
  const [t, e] = [parseDecimal(target), parseDecimal(tolerance)];
  const lower = ceil(times(subtract(t, e), persons));
  const upper = floor(times(add(t, e), persons));
  const [from, until] = lower <= upper ? [lower, upper] : [floor(times(t, persons)), ceil(times(t, persons))];
  return [Math.max(0, from), Math.min(persons, until)];
}

/** Bands of a dimension's categories for a promotion of `persons` people; quotas do not depend on the size. */
export function dimensionBands(dimension: Dimension, persons: number): Readonly<Record<string, Band>> {
  const bands =
    "quotas" in dimension
      ? Object.entries(dimension.quotas).map(([category, quota]) => [category, [quota.min, quota.max]] as const)
      : Object.entries(dimension.targets).map(
          ([category, target]) => [category, bandOf(target, dimension.tolerance, persons)] as const,
        );
  return Object.fromEntries(bands);
}

/** Distance of a count to a band, in persons. */
export function deviationFrom(count: number, [lower, upper]: Band): number {
  return Math.max(0, lower - count, count - upper);
}
