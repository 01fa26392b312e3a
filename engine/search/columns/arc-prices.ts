import { at } from "../../model/instance.ts";
import { elsewhereWorth } from "./elsewhere.ts";
import type { RegionLock, Relaxation } from "./relaxation.ts";

/** Writes cost - y A - z per arc; returns what the multipliers are worth by themselves. */
export function priceArcs(relaxation: Relaxation, multipliers: Float64Array, prices: Float64Array): number {
  const { rows, balance, cost } = relaxation;
  prices.set(cost);
  let worth = elsewhereWorth(relaxation, multipliers);
  rows.forEach(({ arcs, coefficients, lower, upper }, i) => {
    const y = multipliers[i] as number;
    if (y === 0) return;
    worth += y * (y > 0 ? lower : upper);
    for (let j = 0; j < arcs.length; j++) {
      const arc = arcs[j] as number;
      prices[arc] = (prices[arc] as number) - y * (coefficients[j] as number);
    }
  });
  if (balance === null) return worth;
  const z = multipliers.subarray(rows.length, rows.length + balance.regions.length);
  for (let a = 0; a < prices.length; a++) {
    const region = balance.regionOf[a] as number;
    if (region >= 0) prices[a] = (prices[a] as number) - (z[region] as number);
  }
  return worth + balanceWorth(balance, z, cheapestTotal(balance, z)) - largestPrice(z) * balance.most;
}

/** The largest regional price, either way. */
export const largestPrice = (z: Float64Array): number => z.reduce((most, price) => Math.max(most, Math.abs(price)), 0);

/** sum z[r] * end[r] for the bands of the n-th total. */
function balanceWorth({ bands }: RegionLock, z: Float64Array, n: number): number {
  return bands.reduce((sum, ofTotal, r) => {
    const [lower, upper] = at(ofTotal, n);
    const price = z[r] as number;
    return sum + price * (price > 0 ? lower : upper);
  }, 0);
}

/** The number of placements, as an index, for which the regional prices are worth least: the bound must hold for each. */
export function cheapestTotal(balance: RegionLock, z: Float64Array): number {
  const totals = balance.bands[0]?.length ?? 0;
  let best = 0;
  for (let n = 1; n < totals; n++) if (balanceWorth(balance, z, n) < balanceWorth(balance, z, best)) best = n;
  return best;
}
