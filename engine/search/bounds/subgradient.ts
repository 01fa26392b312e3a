import { lagrangianOf } from "./lagrangian.ts";
import { type PriceLayout, project } from "./prices.ts";
import type { Relaxation } from "./relaxation.ts";

/** What the ascent may use, and when it may stop. */
export interface Ascent {
  /** Prices to begin with. */
  readonly from: Float64Array;
  readonly iterations: number;
  /** The incumbent's value, less being better: prices that prove it settle the question. */
  readonly target: number;
  /** Asked between iterations; true ends the ascent with the best prices so far. */
  readonly stop: () => boolean;
  /** How far the ascent is, from 0 to 1, when this part of its iterations is done: more where the clock hurries it. */
  readonly pace: (done: number) => number;
}

/** Where an ascent has come to. */
export interface Ascended {
  /** The best prices met. */
  readonly prices: Float64Array;
  /** How much candidates have chosen each arc of late, by several ways to weigh: the relaxation's answer, in the mean. */
  readonly shares: readonly Float64Array[];
}

/** How much more an iteration's choice counts than that of the one before. */
const GROWTHS = [1.05, 1.02, 1.1];

/** Step of a price at the first and at the last iteration, in units of what an arc counts; in between it shrinks geometrically. */
const FIRST_STEP = 1;
const LAST_STEP = 0.005;
/** Part of the direction that is kept from one iteration to the next. */
const MOMENTUM = 0.9;

/**
 * Prices by subgradient ascent on the Lagrangian function, with a step of its own for every price (AdaGrad: Duchi, Hazan, Singer 2011), a
 * direction averaged over iterations, and steps that shrink:
 *
 *     direction = 0.9 direction + 0.1 slope          prices += step * direction / sqrt(sum of slope^2 so far)
 *
 * Steps that do not shrink stall far from the optimum (bench/LESSONS.md). The arcs chosen at the prices passed tend, in the mean, to an optimum
 * of the linear program whose dual this is (Shor 1985; Barahona and Anbil 2000).
 */
export function ascend(relaxation: Relaxation, layout: PriceLayout, { from, iterations, target, stop, pace }: Ascent): Ascended {
  const { length } = layout;
  const lagrangian = lagrangianOf(relaxation, layout, 1);
  const [slope, direction, seen] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  const unit = unitOf(relaxation);
  const prices = from.slice();
  project(relaxation, layout, prices, 1);
  let best = prices.slice();
  let highest = -Infinity;
  const { starts, arcs } = relaxation.network;
  const chosen = new Int32Array(starts.length - 1);
  const shares = GROWTHS.map(() => new Float64Array(arcs.length));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const value = lagrangian.slopeAt(prices, slope, chosen);
    shares.forEach((share, i) => {
      const weight = (GROWTHS[i] ?? 1) ** iteration;
      for (const arc of chosen) if (arc >= 0) share[arc] = (share[arc] ?? 0) + weight;
    });
    if (value > highest) {
      highest = value;
      best = prices.slice();
    }
    // Values are whole numbers: what is more than the target less one proves the target. A thousandth is left for rounding the prices.
    if (highest > target - 1 + 1e-3 || stop()) break;
    const step = unit * FIRST_STEP * (LAST_STEP / FIRST_STEP) ** pace(iteration / iterations);
    for (let i = 0; i < length; i++) {
      const slant = slope[i] ?? 0;
      const averaged = MOMENTUM * (direction[i] ?? 0) + (1 - MOMENTUM) * slant;
      direction[i] = averaged;
      const sum = (seen[i] ?? 0) + slant * slant;
      seen[i] = sum;
      if (averaged !== 0 && sum > 0) prices[i] = (prices[i] ?? 0) + (step * averaged) / Math.sqrt(sum);
    }
    project(relaxation, layout, prices, 1);
  }
  return { prices: best, shares };
}

/** What an arc counts in the objective on average, where it counts at all; 1 where no arc does. */
function unitOf({ objective: { weights } }: Relaxation): number {
  let [sum, count] = [0, 0];
  for (const weight of weights) {
    if (weight === 0) continue;
    sum += Math.abs(weight);
    count += 1;
  }
  return count === 0 ? 1 : sum / count;
}
