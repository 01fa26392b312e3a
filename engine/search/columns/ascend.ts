import type { Lagrangian } from "./lagrangian.ts";

/** How an ascent is going, after each evaluation. */
export interface Ascent {
  /** The best multipliers so far, and their L. */
  readonly multipliers: Float64Array;
  readonly value: number;
  readonly work: number;
}

export interface AscentTask {
  readonly lagrangian: Lagrangian;
  /** Where to start. */
  readonly multipliers: Float64Array;
  readonly evaluations: number;
  /** Length of the first and of the last steps, in units of the objective per person. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** Asked after each evaluation; true ends the ascent. */
  readonly stop: (ascent: Ascent) => boolean;
}

const MOMENTUM = 0.9;
const MEMORY = 0.99;
/** Slopes below this are not blown up to full steps. */
const QUIET = 1e-2;

/**
 * Subgradient ascent of L with momentum and a step length of its own per multiplier (Adam: Kingma and Ba 2015, without the bias
 * correction); steps shrink geometrically over the evaluations. The same task gives the same multipliers.
 */
export function ascend({ lagrangian, multipliers, evaluations, firstStep, lastStep, stop }: AscentTask): Ascent {
  const { size, scales } = lagrangian;
  const point = multipliers.slice();
  const best = multipliers.slice();
  const slopes = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  let value = -Infinity;
  let work = 0;
  let step = firstStep;
  const shrink = (lastStep / firstStep) ** (1 / Math.max(1, evaluations));
  for (let k = 0; k < evaluations; k++) {
    const evaluation = lagrangian.evaluate(point, slopes);
    work += evaluation.work;
    if (evaluation.value > value) {
      value = evaluation.value;
      best.set(point);
    }
    if (stop({ multipliers: best, value, work })) break;
    for (let i = 0; i < size; i++) {
      const scale = scales[i] as number;
      const slope = (slopes[i] as number) / scale;
      const average = MOMENTUM * (mean[i] as number) + (1 - MOMENTUM) * slope;
      const spread = MEMORY * (square[i] as number) + (1 - MEMORY) * slope * slope;
      mean[i] = average;
      square[i] = spread;
      point[i] = (point[i] as number) + (step * average) / (Math.sqrt(spread) + QUIET) / scale;
    }
    lagrangian.project(point);
    step *= shrink;
  }
  return { multipliers: best, value, work };
}
