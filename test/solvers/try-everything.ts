import type { LinearModel } from "../../engine/model/linear-model.ts";

/**
 * The optimum by trying every value of every column, whole and bounded all of them, cut short only where a row can no longer hold
 * or the objective no longer improve; `null` if there is no solution. For tiny models.
 */
export function tryEverything(model: LinearModel): number | null {
  const columns = columnEntries(model);
  const lowest = new Float64Array(model.numRows);
  const highest = new Float64Array(model.numRows);
  const move = (j: number, from: readonly [number, number], to: readonly [number, number]) => {
    for (const { row, value } of columns[j] ?? []) {
      lowest[row] = (lowest[row] ?? 0) + least(value, to) - least(value, from);
      highest[row] = (highest[row] ?? 0) + most(value, to) - most(value, from);
    }
  };
  const holds = () =>
    model.rowLower.every((lower, i) => lower <= (highest[i] ?? 0) && (model.rowUpper[i] ?? 0) >= (lowest[i] ?? 0));
  const bounds = columns.map((_, j) => [model.colLower[j] ?? Number.NaN, model.colUpper[j] ?? Number.NaN] as const);
  for (const [j, interval] of bounds.entries()) move(j, [0, 0], interval);
  const sign = model.sense === "minimise" ? 1 : -1;
  const hope = bestOfTheRest(model, sign);
  let best: number | null = null;
  const search = (j: number, objective: number): void => {
    if (!holds() || (best !== null && sign * objective + (hope[j] ?? 0) >= sign * best)) return;
    if (j === model.numCols) {
      best = objective;
      return;
    }
    const interval = bounds[j] ?? [0, 0];
    for (let value = interval[0]; value <= interval[1]; value++) {
      move(j, interval, [value, value]);
      search(j + 1, objective + value * (model.colCost[j] ?? 0));
      move(j, [value, value], interval);
    }
  };
  search(0, model.offset);
  return best;
}

/** Entry j: the least that columns j, j + 1, ... can add to sign * objective. */
function bestOfTheRest(model: LinearModel, sign: 1 | -1): Float64Array {
  const hope = new Float64Array(model.numCols + 1);
  for (let j = model.numCols - 1; j >= 0; j--) {
    hope[j] = (hope[j + 1] ?? 0) + least(sign * (model.colCost[j] ?? 0), [model.colLower[j] ?? 0, model.colUpper[j] ?? 0]);
  }
  return hope;
}

function least(value: number, [lower, upper]: readonly [number, number]): number {
  return value * (value > 0 ? lower : upper);
}

function most(value: number, [lower, upper]: readonly [number, number]): number {
  return value * (value > 0 ? upper : lower);
}

function columnEntries(model: LinearModel): { readonly row: number; readonly value: number }[][] {
  const { starts, indices, values } = model.matrix;
  const columns = Array.from({ length: model.numCols }, (): { row: number; value: number }[] => []);
  for (let row = 0; row < model.numRows; row++) {
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k++)
      columns[indices[k] ?? 0]?.push({ row, value: values[k] ?? 0 });
  }
  return columns;
}
