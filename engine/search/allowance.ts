import { floor, parseDecimal, times } from "../domain/decimal.ts";
import type { Allowance, Sense } from "../domain/policy.ts";

/** Units of a tier that later tiers may spend: `absolute` a, or `relative` r = floor(r * |found|) in exact decimals. */
export function allowanceOf(allowance: Allowance, found: number): number {
  return "absolute" in allowance ? allowance.absolute : floor(times(parseDecimal(allowance.relative), Math.abs(found)));
}

/** The worst value that a lock permits. */
export function worsen(found: number, by: number, sense: Sense): number {
  return sense === "minimise" ? found + by : found - by;
}

/** Whether value `a` is better than `b`. */
export function better(a: number, b: number, sense: Sense): boolean {
  return sense === "minimise" ? a < b : a > b;
}
