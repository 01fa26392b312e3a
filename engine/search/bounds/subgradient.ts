import { type Lagrangian, lagrangianOf } from "./lagrangian.ts";
import { type PriceLayout, project } from "./prices.ts";
import type { Relaxation } from "./relaxation.ts";
import { shortlist } from "./shortlist.ts";

/** What the ascent may use, and when it may stop. */
export interface Ascent {
  /** Prices to begin with. */
  readonly from: Float64Array;
  readonly iterations: number;
  /** Step of a price at first, in units of what an arc counts. */
  readonly firstStep: number;
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

/** Step of a price at the last iteration; from the first to it steps shrink geometrically. */
const LAST_STEP = 0.005;
/** Arcs beyond which most looks are at a shortlist. */
const FEW_ARCS = 120_000;
/** Arcs of each candidate on it, and looks at it before it is made anew. */
const SHORT = 16;
const LOOKS_BETWEEN = 10;
/** Part of the direction that is kept from one iteration to the next. */
const MOMENTUM = 0.9;

/**
 * Prices by subgradient ascent on the Lagrangian function, with a step of its own for every price (AdaGrad: Duchi, Hazan, Singer 2011), a
 * direction averaged over iterations, and steps that shrink:
 *
 *     direction = 0.9 direction + 0.1 slope          prices += step * direction / sqrt(sum of slope^2 so far)
 *
 * Steps that do not shrink stall far from the optimum (bench/LESSONS.md). The arcs chosen at the prices passed tend, in the mean, to an optimum
 * of the linear program whose dual this is (Shor 1985; Barahona and Anbil 2000). Beyond `FEW_ARCS` most iterations look at a shortlist only.
 */
export function ascend(
  relaxation: Relaxation,
  layout: PriceLayout,
  { from, iterations, firstStep, target, stop, pace }: Ascent,
): Ascended {
  const { length } = layout;
  const { starts, arcs } = relaxation.network;
  const looks = looksAt(relaxation, layout);
  const [slope, direction, seen] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  const unit = unitOf(relaxation);
  const prices = from.slice();
  project(relaxation, layout, prices, 1);
  let best = prices.slice();
  let highest = -Infinity;
  const chosen = new Int32Array(starts.length - 1);
  const shares = GROWTHS.map(() => new Float64Array(arcs.length));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const value = looks.at(prices, slope, chosen, iteration + 1 === iterations);
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
    const step = unit * firstStep * (LAST_STEP / firstStep) ** pace(iteration / iterations);
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

/**
 * The Lagrangian function along an ascent. Of a large relaxation the whole is looked at now and then, at the arcs that came nearest to being chosen in between:
 * then the slope is that of fewer arcs, and the value -Infinity, as it bounds nothing.
 */
function looksAt(whole: Relaxation, layout: PriceLayout) {
  const { arcs } = whole.network;
  const lagrangian = lagrangianOf(whole, layout, 1);
  const isLarge = arcs.length > FEW_ARCS;
  const reduced = isLarge ? new Float64Array(arcs.length) : undefined;
  let part: { readonly lagrangian: Lagrangian; readonly arcs: Int32Array } | null = null;
  let left = 0;
  return {
    at: (prices: Float64Array, slope: Float64Array, chosen: Int32Array, isLast: boolean): number => {
      if (part === null || left === 0 || isLast) {
        const value = lagrangian.slopeAt(prices, slope, chosen, reduced);
        left = LOOKS_BETWEEN;
        if (reduced !== undefined) {
          const few = shortlist(whole, reduced, SHORT);
          part = { lagrangian: lagrangianOf(few.relaxation, layout, 1), arcs: few.arcs };
        }
        return value;
      }
      left -= 1;
      const { arcs: kept } = part;
      part.lagrangian.slopeAt(prices, slope, chosen);
      for (let c = 0; c < chosen.length; c++) {
        const arc = chosen[c] ?? -1;
        if (arc >= 0) chosen[c] = kept[arc] ?? -1;
      }
      return -Infinity;
    },
  };
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
