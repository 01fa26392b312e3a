import type { ArcSum } from "../../model/arc-sum.ts";
import type { Meter } from "./meter.ts";

/** Sums of weights over the chosen arcs, side by side. */
export interface Sums extends Meter {
  /** Sum of the `column`-th list of weights. */
  of(column: number): number;
}

type Column = Pick<ArcSum, "weights" | "marked">;

/** Whole numbers in half the room where they fit. */
function roomFor(columns: readonly Column[], length: number): Int32Array | Float64Array {
  const fits = columns.every(
    ({ weights }) => !(weights instanceof Float64Array) || weights.every((weight) => (weight | 0) === weight),
  );
  return fits ? new Int32Array(length) : new Float64Array(length);
}

/** Follows several sums at once: the weights of an opening lie together, so one look in memory serves them all. */
export function sumMeters(columns: readonly Column[], openings: number): Sums {
  const width = columns.length;
  const weights = roomFor(columns, openings * width);
  columns.forEach((column, i) => {
    for (let opening = 0; opening < openings; opening++) weights[opening * width + i] = column.weights[opening] ?? 0;
  });
  const marked = columns.flatMap((column, i) => (column.marked.size > 0 ? [{ i, marks: column.marked }] : []));
  const totals = new Float64Array(width);
  const mark = (arc: number, by: 1 | -1) => {
    for (const { i, marks } of marked) totals[i] = (totals[i] ?? 0) + by * (marks.get(arc) ?? 0);
  };
  return {
    add: (opening, _promotion, arc) => {
      for (let i = 0, at = opening * width; i < width; i++, at++) totals[i] = (totals[i] ?? 0) + (weights[at] ?? 0);
      if (marked.length > 0) mark(arc, 1);
    },
    remove: (opening, _promotion, arc) => {
      for (let i = 0, at = opening * width; i < width; i++, at++) totals[i] = (totals[i] ?? 0) - (weights[at] ?? 0);
      if (marked.length > 0) mark(arc, -1);
    },
    value: () => 0,
    of: (column) => totals[column] ?? 0,
  };
}
