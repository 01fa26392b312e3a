import type { Lagrangian } from "./lagrangian.ts";

/** How an ascent is going, after each evaluation. */
export interface Ascent {
  /** The best multipliers so far, and their L. */
  readonly multipliers: Float64Array;
  readonly value: number;
  readonly work: number;
}

/** How to climb. */
export interface Stretch {
  readonly evaluations: number;
  /** Length of the first and of the last steps, in units of the objective per person. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** What is kept from step to step of the direction, and of the squares that set the length of each multiplier's own step. */
  readonly momentum: number;
  readonly memory: number;
}

export interface AscentTask extends Stretch {
  readonly lagrangian: Lagrangian;
  /** Where to start. */
  readonly multipliers: Float64Array;
  /** Asked after each evaluation; true ends the ascent. */
  readonly stop: (ascent: Ascent) => boolean;
}

/** Slopes below this are not blown up to full steps. */
const QUIET = 1e-2;

/**
 * Subgradient ascent of L with momentum and a step length of its own per multiplier (Adam: Kingma and Ba 2015, without the bias
 * correction); steps shrink geometrically over the evaluations. The same task gives the same multipliers.
 */
export function ascend({ lagrangian, multipliers, stop, ...stretch }: AscentTask): Ascent {
  const { evaluations, firstStep, lastStep, momentum, memory } = stretch;
  const { size, scales } = lagrangian;
  const point = multipliers.slice();
  const best = multipliers.slice();
  const slopes = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  let value = -Infinity;
  let work = 0;
  let step = firstStep * lagrangian.relaxation.unit;
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
      const average = momentum * (mean[i] as number) + (1 - momentum) * slope;
      const spread = memory * (square[i] as number) + (1 - memory) * slope * slope;
      mean[i] = average;
      square[i] = spread;
      point[i] = (point[i] as number) + (step * average) / (Math.sqrt(spread) + QUIET) / scale;
    }
    lagrangian.project(point);
    step *= shrink;
  }
  return { multipliers: best, value, work };
}
