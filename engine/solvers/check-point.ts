import type { LinearModel } from "../model/linear-model.ts";

/** One way in which a point is not a solution; `index` is the column's or the row's, `amount` how far off it is. */
export interface PointViolation {
  readonly kind: "length" | "not-a-number" | "column-bound" | "integrality" | "row";
  readonly index: number;
  readonly amount: number;
}

/** How far a solver's arithmetic may put each column from where it should be. */
const POINT_TOLERANCE = 1e-6;

/**
 * Everything the point breaks: `numCols` finite entries, colLower <= x <= colUpper, whole where integrality = 1,
 * rowLower <= A x <= rowUpper. A column may be off by `tolerance`, a row by as much as that can move it: tolerance * sum |a[i,j]|,
 * at most 1/2. So on whole numbers the check is exact: there a break is 1 or more.
 */
export function pointViolations(model: LinearModel, point: Float64Array, tolerance: number = POINT_TOLERANCE): PointViolation[] {
  if (point.length !== model.numCols) return [{ kind: "length", index: point.length, amount: point.length - model.numCols }];
  const violations: PointViolation[] = [];
  const note = (kind: PointViolation["kind"], index: number, amount: number, allowed: number = tolerance) => {
    if (!(amount <= allowed)) violations.push({ kind, index, amount });
  };
  for (let j = 0; j < model.numCols; j++) {
    const value = point[j] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      violations.push({ kind: "not-a-number", index: j, amount: value });
      continue;
    }
    note("column-bound", j, outside(value, model.colLower[j], model.colUpper[j]));
    if (model.integrality[j] === 1) note("integrality", j, Math.abs(value - Math.round(value)));
  }
  if (violations.some(({ kind }) => kind === "not-a-number")) return violations;
  const activities = rowActivities(model, point);
  for (let i = 0; i < model.numRows; i++) {
    const amount = outside(activities[i] ?? Number.NaN, model.rowLower[i], model.rowUpper[i]);
    if (!(amount <= tolerance)) note("row", i, amount, Math.min(0.5, tolerance * rowNorm(model, i)));
  }
  return violations;
}

/** A x, one entry per row. */
function rowActivities(model: LinearModel, point: Float64Array): Float64Array {
  const { starts, indices, values } = model.matrix;
  const activities = new Float64Array(model.numRows);
  for (let i = 0; i < model.numRows; i++) {
    let activity = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) activity += (values[k] ?? 0) * (point[indices[k] ?? 0] ?? 0);
    activities[i] = activity;
  }
  return activities;
}

/** sum |a[i,j]| */
function rowNorm({ matrix: { starts, values } }: LinearModel, row: number): number {
  let norm = 0;
  for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++) norm += Math.abs(values[k] ?? 0);
  return norm;
}

/** The point with its integral columns at the nearest whole number, the others as they are. */
export function roundPoint(model: LinearModel, point: Float64Array): Float64Array {
  // Adding 0 turns -0 into 0: equal points are then equal byte for byte.
  return point.map((value, j) => (model.integrality[j] === 1 ? Math.round(value) + 0 : value + 0));
}

/** colCost . x + offset. */
export function objectiveOf(model: LinearModel, point: Float64Array): number {
  let value = model.offset;
  for (let j = 0; j < model.numCols; j++) value += (model.colCost[j] ?? 0) * (point[j] ?? 0);
  return value;
}

/** Distance of a value to the interval [lower, upper]. */
function outside(value: number, lower: number = -Infinity, upper: number = Infinity): number {
  return Math.max(0, lower - value, value - upper);
}
