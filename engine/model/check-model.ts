import type { LinearModel } from "./linear-model.ts";

const MOST_ISSUES = 20;

/**
 * What makes a model malformed, in words; empty if nothing does. Array lengths, indices in range and ascending, whole finite
 * coefficients, bounds whole or absent. Stops after the first 20 issues. A lower bound above its upper one is a model without a
 * solution, not a malformed one.
 */
export function modelIssues(model: LinearModel): string[] {
  const issues: string[] = [];
  collectLengths(model, issues);
  // The loops below index by these lengths.
  if (issues.length === 0) {
    collectNumbers(model, issues);
    collectMatrix(model, issues);
  }
  return issues.slice(0, MOST_ISSUES);
}

function collectLengths(model: LinearModel, issues: string[]): void {
  const { numCols, numRows, matrix } = model;
  const lengths: [string, ArrayLike<unknown>, number][] = [
    ["colCost", model.colCost, numCols],
    ["colLower", model.colLower, numCols],
    ["colUpper", model.colUpper, numCols],
    ["integrality", model.integrality, numCols],
    ["colOrigins", model.colOrigins, numCols],
    ["rowLower", model.rowLower, numRows],
    ["rowUpper", model.rowUpper, numRows],
    ["rowOrigins", model.rowOrigins, numRows],
    ["matrix.starts", matrix.starts, numRows + 1],
    ["matrix.values", matrix.values, matrix.indices.length],
  ];
  for (const [name, array, wanted] of lengths) {
    if (array.length !== wanted) issues.push(`${name} has ${array.length} entries instead of ${wanted}`);
  }
}

function collectNumbers(model: LinearModel, issues: string[]): void {
  const whole = (name: string, value: number, index?: number) => {
    if (!Number.isSafeInteger(value))
      issues.push(`${name}${index === undefined ? "" : `[${index}]`} is ${value}, not a whole number`);
  };
  const bound = (name: string, value: number, absent: number, index: number) => {
    if (value !== absent) whole(name, value, index);
  };
  whole("offset", model.offset);
  for (let j = 0; j < model.numCols && issues.length < MOST_ISSUES; j++) {
    whole("colCost", model.colCost[j] ?? Number.NaN, j);
    bound("colLower", model.colLower[j] ?? Number.NaN, -Infinity, j);
    bound("colUpper", model.colUpper[j] ?? Number.NaN, Infinity, j);
    const kind = model.integrality[j];
    if (kind !== 0 && kind !== 1) issues.push(`integrality[${j}] is ${kind}, neither 0 nor 1`);
  }
  for (let i = 0; i < model.numRows && issues.length < MOST_ISSUES; i++) {
    bound("rowLower", model.rowLower[i] ?? Number.NaN, -Infinity, i);
    bound("rowUpper", model.rowUpper[i] ?? Number.NaN, Infinity, i);
  }
  for (let k = 0; k < model.matrix.values.length && issues.length < MOST_ISSUES; k++) {
    whole("matrix.values", model.matrix.values[k] ?? Number.NaN, k);
  }
}

function collectMatrix(model: LinearModel, issues: string[]): void {
  const { starts, indices } = model.matrix;
  if (starts[0] !== 0) issues.push(`matrix.starts begins with ${starts[0]} instead of 0`);
  if (starts[model.numRows] !== indices.length) {
    issues.push(`matrix.starts ends with ${starts[model.numRows]} instead of ${indices.length}`);
    return;
  }
  for (let i = 0; i < model.numRows && issues.length < MOST_ISSUES; i++) {
    const [from = 0, to = 0] = [starts[i], starts[i + 1]];
    if (to < from) issues.push(`matrix.starts falls at row ${i}`);
    let last = -1;
    for (let k = from; k < to && issues.length < MOST_ISSUES; k++) {
      const column = indices[k] ?? -1;
      if (column < 0 || column >= model.numCols) issues.push(`row ${i} names column ${column} of ${model.numCols}`);
      else if (column <= last) issues.push(`row ${i} names column ${column} after column ${last}`);
      last = column;
    }
  }
}
