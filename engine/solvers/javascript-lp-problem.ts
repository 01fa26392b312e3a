import type { SolveResult as Answer, ModelDefinition } from "javascript-lp-solver";
import type { LinearModel } from "../model/linear-model.ts";

/**
 * How a column is said to javascript-lp-solver, which knows columns of 0 or more and free ones: x = constant + sign * y, with y
 * counted from the lower bound upwards, else from the upper bound downwards, else free.
 */
export interface ShiftedColumn {
  readonly constant: number;
  readonly sign: 1 | -1;
}

export function shiftedColumns(model: LinearModel): ShiftedColumn[] {
  return Array.from({ length: model.numCols }, (_, j) => {
    const [lower = -Infinity, upper = Infinity] = [model.colLower[j], model.colUpper[j]];
    if (Number.isFinite(lower)) return { constant: lower, sign: 1 };
    return Number.isFinite(upper) ? { constant: upper, sign: -1 } : { constant: 0, sign: 1 };
  });
}

/** The model over the shifted columns, constants moved to the bounds of the rows; the objective is without offset and constants. */
export function shiftedProblem(model: LinearModel, columns: readonly ShiftedColumn[]): ModelDefinition {
  const { starts, indices, values } = model.matrix;
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const variables = columns.map(({ sign }, j): Record<string, number> => ({ objective: sign * (model.colCost[j] ?? 0) }));
  columns.forEach((_, j) => {
    const width = (model.colUpper[j] ?? Infinity) - (model.colLower[j] ?? -Infinity);
    const entries = variables[j];
    if (!Number.isFinite(width) || entries === undefined) return;
    constraints[`u${j}`] = { max: width };
    entries[`u${j}`] = 1;
  });
  for (let i = 0; i < model.numRows; i++) {
    let constant = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const [j = 0, value = 0] = [indices[k], values[k]];
      const { constant: own, sign } = columns[j] ?? { constant: 0, sign: 1 };
      constant += value * own;
      const entries = variables[j];
      if (entries !== undefined) entries[`r${i}`] = sign * value;
    }
    constraints[`r${i}`] = sides((model.rowLower[i] ?? -Infinity) - constant, (model.rowUpper[i] ?? Infinity) - constant);
  }
  const flagged = (flag: (j: number) => boolean) => Object.fromEntries(variables.map((_, j) => [`x${j}`, flag(j)]));
  return {
    optimize: "objective",
    opType: model.sense === "minimise" ? "min" : "max",
    constraints,
    variables: Object.fromEntries(variables.map((entries, j) => [`x${j}`, entries])),
    ints: flagged((j) => model.integrality[j] === 1),
    unrestricted: flagged((j) => model.colLower[j] === -Infinity && model.colUpper[j] === Infinity),
  };
}

function sides(lower: number, upper: number): { min?: number; max?: number; equal?: number } {
  if (lower === upper) return { equal: lower };
  return { ...(Number.isFinite(lower) ? { min: lower } : {}), ...(Number.isFinite(upper) ? { max: upper } : {}) };
}

/** The point an answer means (columns it leaves out are 0), and the part of its objective that the problem could not say. */
export function pointFrom(
  model: LinearModel,
  columns: readonly ShiftedColumn[],
  answer: Answer,
): { readonly point: Float64Array; readonly constant: number } {
  let constant = model.offset;
  const point = Float64Array.from(columns, (column, j) => {
    constant += (model.colCost[j] ?? 0) * column.constant;
    return column.constant + column.sign * Number(answer[`x${j}`] ?? 0);
  });
  return { point, constant };
}
