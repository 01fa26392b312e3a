import { at } from "../instance.ts";
import type { Tracker } from "../tracker.ts";

/** Sum of a weight per chosen arc. */
export interface SumTracker extends Tracker {
  sum(): number;
}

export function sumTracker(weights: Float64Array): SumTracker {
  let sum = 0;
  return {
    add: (arc) => {
      sum += weights[arc] ?? 0;
    },
    remove: (arc) => {
      sum -= weights[arc] ?? 0;
    },
    sum: () => sum,
  };
}

/** Largest value among the chosen arcs, 0 without any. */
export interface LargestTracker extends Tracker {
  largest(): number;
}

export function largestTracker(values: readonly number[]): LargestTracker {
  const steps = [...new Set([0, ...values])].sort((a, b) => a - b);
  const stepOf = new Map(steps.map((value, step) => [value, step]));
  const ofArc = Int32Array.from(values, (value) => stepOf.get(value) ?? 0);
  const counts = new Int32Array(steps.length);
  let top = 0;
  return {
    add: (arc) => {
      const step = ofArc[arc] ?? 0;
      counts[step] = (counts[step] ?? 0) + 1;
      if (step > top) top = step;
    },
    remove: (arc) => {
      const step = ofArc[arc] ?? 0;
      counts[step] = (counts[step] ?? 0) - 1;
      while (top > 0 && counts[top] === 0) top -= 1;
    },
    largest: () => at(steps, top),
  };
}
