import { at } from "../../model/instance.ts";
import { cheapestTotal, largestPrice, priceArcs } from "./arc-prices.ts";
import { addElsewhereSlopes, heldCosts } from "./elsewhere.ts";
import { type Cheapest, openPricer, type Pricer, pricePromotion } from "./price-promotion.ts";
import type { Relaxation } from "./relaxation.ts";
import type { SizeProgram } from "./size-program.ts";
import { outsideOf, visitServing } from "./solve-size.ts";

/**
 * The Lagrangian dual of a relaxation. Multipliers: y[i] per row between promotions (>= 0 on its lower end, <= 0 on its upper one),
 * z[r] per Region of the balance lock, q >= 0 for the lock on the total outside the bands, e >= 0 for that on cross-region, in this order.
 *
 *     L = constant + sum y[i] * end[i] + sum z[r] * end[r] - max |z[r]| * most - q * mostOutside + e * fewest
 *       + sum over p of min over compositions of ( sum (cost - y A - z)[a] x[a] + (weight + q) * deviation + excess
 *                                              + min(0, wanted * y[p] - e) - members[p] * y[p] where p is held )
 *
 * Any multipliers give a lower bound: a placement that keeps the rows has sum y (end - A x) <= 0, and one within the balance lock
 * sum z (end - x) <= max |z| * most.
 */
export interface Lagrangian {
  readonly relaxation: Relaxation;
  readonly pricers: readonly Pricer[];
  /** Number of multipliers. */
  readonly size: number;
  /** Largest coefficient of each row: a multiplier is worth its price times this. */
  readonly scales: Float64Array;
  /** Position of the multiplier q, or -1. */
  readonly totalAt: number;
  /** Share of each arc in the compositions of the last call. */
  readonly shares: Float64Array;
  /** L at the multipliers, and the slope in each, written to `slopes`. */
  evaluate(multipliers: Float64Array, slopes: Float64Array): Evaluation;
  /** Sets multipliers of the wrong sign to 0. */
  project(multipliers: Float64Array): void;
}

/** Arcs whose pricing takes as long as a pivot. */
const ARCS_PER_WORK = 20;

export interface Evaluation {
  readonly value: number;
  /** In pivots. */
  readonly work: number;
}

export function openLagrangian(relaxation: Relaxation): Lagrangian {
  const { rows, balance, cost, mostOutside, weight } = relaxation;
  const regions = balance?.regions.length ?? 0;
  const totalAt = Number.isFinite(mostOutside) ? rows.length + regions : -1;
  const size = rows.length + regions + (totalAt < 0 ? 0 : 1) + (relaxation.elsewhere === null ? 0 : 1);
  const pricers = relaxation.blocks.map((block) => openPricer(block, relaxation));
  const scales = new Float64Array(size).fill(1);
  rows.forEach(({ coefficients }, i) => {
    scales[i] = coefficients.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 1);
  });
  const prices = new Float64Array(cost.length);
  const shares = new Float64Array(cost.length);
  return {
    relaxation,
    pricers,
    size,
    scales,
    totalAt,
    shares,
    evaluate: (multipliers, slopes) => {
      let value = relaxation.constant + priceArcs(relaxation, multipliers, prices);
      const outside = totalAt < 0 ? 0 : at(multipliers, totalAt);
      shares.fill(0);
      let work = Math.ceil(prices.length / ARCS_PER_WORK);
      let deviation = 0;
      const held = heldCosts(relaxation, multipliers);
      const isHeld = pricers.map((pricer, p) => {
        const cheapest = pricePromotion(pricer, prices, weight + outside, at(held, p));
        value += cheapest.cost;
        work += cheapest.work;
        deviation += collect(pricer, cheapest, shares);
        return cheapest.size >= 0;
      });
      slopesAt(relaxation, multipliers, shares, slopes);
      addElsewhereSlopes(relaxation, multipliers, isHeld, slopes);
      if (totalAt >= 0) {
        value -= outside * mostOutside;
        slopes[totalAt] = deviation - mostOutside;
      }
      return { value, work };
    },
    project: (multipliers) => {
      rows.forEach(({ lower, upper }, i) => {
        const y = multipliers[i] as number;
        if ((y > 0 && lower === -Infinity) || (y < 0 && upper === Infinity)) multipliers[i] = 0;
      });
      if (totalAt >= 0) multipliers[totalAt] = Math.max(0, at(multipliers, totalAt));
      if (relaxation.elsewhere !== null) multipliers[size - 1] = Math.max(0, at(multipliers, size - 1));
    },
  };
}

/** Adds the composition's arcs to the shares; returns the persons outside its bands. */
function collect({ programs, arcs }: Pricer, { size }: Cheapest, shares: Float64Array): number {
  const program: SizeProgram | undefined = programs[size];
  if (program === undefined) return 0;
  visitServing(program, (person, share) => {
    const arc = arcs[person] as number;
    shares[arc] = (shares[arc] as number) + share;
  });
  return outsideOf(program);
}

/** Slope of L in y[i] and z[r]: what the end asks for less what the compositions do; 0 where they lie between the ends. */
function slopesAt({ rows, balance }: Relaxation, multipliers: Float64Array, shares: Float64Array, slopes: Float64Array): void {
  rows.forEach(({ arcs, coefficients, lower, upper }, i) => {
    let activity = 0;
    for (let j = 0; j < arcs.length; j++) activity += (coefficients[j] as number) * (shares[arcs[j] as number] as number);
    slopes[i] = slope(multipliers[i] as number, activity, lower, upper);
  });
  if (balance === null) return;
  const z = multipliers.subarray(rows.length, rows.length + balance.regions.length);
  const counts = new Float64Array(z.length);
  shares.forEach((share, arc) => {
    const region = balance.regionOf[arc] as number;
    if (region >= 0) counts[region] = (counts[region] as number) + share;
  });
  const total = cheapestTotal(balance, z);
  const most = largestPrice(z);
  let spent = false;
  for (let r = 0; r < z.length; r++) {
    const price = z[r] as number;
    const [lower, upper] = at(at(balance.bands, r), total);
    let rise = slope(price, counts[r] as number, lower, upper);
    if (!spent && most > 0 && Math.abs(price) === most) {
      rise -= Math.sign(price) * balance.most;
      spent = true;
    }
    slopes[rows.length + r] = rise;
  }
}

function slope(multiplier: number, activity: number, lower: number, upper: number): number {
  if (multiplier > 0) return lower - activity;
  if (multiplier < 0) return upper - activity;
  return Math.max(0, lower - activity) + Math.min(0, upper - activity);
}
