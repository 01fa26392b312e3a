import { add, ceil, floor, parseDecimal, subtract, times } from "../domain/decimal.ts";
import type { DecimalNumber } from "../domain/policy.ts";

/** Smallest and largest lawful count, both included. */
export type Band = readonly [number, number];

/**
 * The whole numbers in [(t - e) N, (t + e) N] for target t, tolerance e and N persons, in exact decimals; where there is none,
 * the two whole numbers beside tN (or tN itself).
 */
export function bandAround(target: DecimalNumber, tolerance: DecimalNumber, persons: number): Band {
  const [t, e] = [parseDecimal(target), parseDecimal(tolerance)];
  const lowest = ceil(times(subtract(t, e), persons));
  const highest = floor(times(add(t, e), persons));
  return lowest <= highest ? [lowest, highest] : [floor(times(t, persons)), ceil(times(t, persons))];
}

/** Distance of a count to its band, in persons. */
export function distance(count: number, [lowest, highest]: Band): number {
  return Math.max(lowest - count, count - highest, 0);
}

/** The part of a band that `persons` can reach. */
export function clipped([lowest, highest]: Band, persons: number): Band {
  const reachable = (count: number): number => Math.min(Math.max(count, 0), persons);
  return [reachable(lowest), reachable(highest)];
}
