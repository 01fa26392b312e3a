import type { SolveResult as Answer, ModelDefinition } from "javascript-lp-solver";
import type { LinearModel } from "../model/linear-model.ts";

/** A column written with the columns of 0 or more that javascript-lp-solver knows: x = constant + sum of sign * y. */
export interface NonNegativeColumn {
  readonly constant: number;
  readonly parts: readonly { readonly name: string; readonly sign: 1 | -1 }[];
}

/** From its lower bound upwards, else from its upper bound downwards, else as a difference. */
export function nonNegativeColumns(model: LinearModel): NonNegativeColumn[] {
  return Array.from({ length: model.numCols }, (_, j) => {
    const [lower = -Infinity, upper = Infinity] = [model.colLower[j], model.colUpper[j]];
    if (Number.isFinite(lower)) return { constant: lower, parts: [{ name: `x${j}`, sign: 1 }] };
    if (Number.isFinite(upper)) return { constant: upper, parts: [{ name: `x${j}`, sign: -1 }] };
    return {
      constant: 0,
      parts: [
        { name: `x${j}`, sign: 1 },
        { name: `-x${j}`, sign: -1 },
      ],
    };
  });
}

/** The model over those columns, its constants moved to the bounds of the rows; the objective is without offset and constant. */
export function nonNegativeProblem(model: LinearModel, columns: readonly NonNegativeColumn[]): ModelDefinition {
  const { starts, indices, values } = model.matrix;
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  columns.forEach(({ parts }, j) => {
    for (const { name, sign } of parts) {
      variables[name] = { objective: sign * (model.colCost[j] ?? 0) };
      if (model.integrality[j] === 1) ints[name] = 1;
    }
    const width = (model.colUpper[j] ?? Infinity) - (model.colLower[j] ?? -Infinity);
    if (!Number.isFinite(width)) return;
    constraints[`u${j}`] = { max: width };
    variables[`x${j}`] = { ...variables[`x${j}`], [`u${j}`]: 1 };
  });
  for (let i = 0; i < model.numRows; i++) {
    let constant = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const value = values[k] ?? 0;
      const column = columns[indices[k] ?? 0];
      constant += value * (column?.constant ?? 0);
      for (const { name, sign } of column?.parts ?? []) {
        const entries = variables[name];
        if (entries !== undefined) entries[`r${i}`] = sign * value;
      }
    }
    const [lower = -Infinity, upper = Infinity] = [model.rowLower[i], model.rowUpper[i]];
    if (lower === upper) constraints[`r${i}`] = { equal: lower - constant };
    else {
      constraints[`r${i}`] = {
        ...(Number.isFinite(lower) ? { min: lower - constant } : {}),
        ...(Number.isFinite(upper) ? { max: upper - constant } : {}),
      };
    }
  }
  return { optimize: "objective", opType: model.sense === "minimise" ? "min" : "max", constraints, variables, ints };
}

/** The point an answer means (columns it leaves out are 0), and the part of its objective that the problem could not say. */
export function pointFrom(
  model: LinearModel,
  columns: readonly NonNegativeColumn[],
  answer: Answer,
): { readonly point: Float64Array; readonly constant: number } {
  let constant = model.offset;
  const point = Float64Array.from(columns, (column, j) => {
    constant += (model.colCost[j] ?? 0) * column.constant;
    return column.parts.reduce((sum, { name, sign }) => sum + sign * Number(answer[name] ?? 0), column.constant);
  });
  return { point, constant };
}
