import type { Meter } from "./meter.ts";

/** Sums of weights over the chosen arcs, side by side. */
export interface Sums extends Meter {
  /** Sum of the `column`-th list of weights. */
  of(column: number): number;
}

/** Follows several sums at once: the weights of an arc lie together, so one look in memory serves them all. */
export function sumMeters(columns: readonly Float64Array[], arcs: number): Sums {
  const width = columns.length;
  const weights = new Float64Array(arcs * width);
  columns.forEach((column, i) => {
    for (let arc = 0; arc < arcs; arc++) weights[arc * width + i] = column[arc] ?? 0;
  });
  const totals = new Float64Array(width);
  return {
    add: (arc) => {
      for (let i = 0, at = arc * width; i < width; i++, at++) totals[i] = (totals[i] ?? 0) + (weights[at] ?? 0);
    },
    remove: (arc) => {
      for (let i = 0, at = arc * width; i < width; i++, at++) totals[i] = (totals[i] ?? 0) - (weights[at] ?? 0);
    },
    value: () => 0,
    of: (column) => totals[column] ?? 0,
  };
}
