import type { LinearModel } from "./linear-model.ts";

/**
 * The model with every row made soft, at the price of 1 per unit:
 *
 *     minimise  sum (over + under)
 *     where     rowLower <= A x + under - over <= rowUpper,  under, over >= 0,  x as before
 *
 * Column j of the model is column j here; then come `under` and `over` of row 0, of row 1, and so on. Its optimum is 0 exactly
 * where the model has a solution. It always has one itself if no column's bounds cross.
 */
export function elasticModel(model: LinearModel): LinearModel {
  const { numCols, numRows, matrix } = model;
  const slacks = 2 * numRows;
  const starts = matrix.starts.map((start, i) => start + 2 * i);
  const indices = new Int32Array(matrix.indices.length + slacks);
  const values = new Float64Array(indices.length);
  const slackIntegrality = new Int32Array(slacks);
  for (let i = 0; i < numRows; i++) {
    const [from = 0, to = 0] = [matrix.starts[i], matrix.starts[i + 1]];
    const end = to + 2 * i;
    const entries = matrix.indices.subarray(from, to);
    indices.set(entries, from + 2 * i);
    values.set(matrix.values.subarray(from, to), from + 2 * i);
    indices.set([numCols + 2 * i, numCols + 2 * i + 1], end);
    values.set([1, -1], end);
    // Where all entries are whole the shortfall is whole too, and saying so lets the bound be rounded up to 1.
    slackIntegrality.fill(entries.every((j) => model.integrality[j] === 1) ? 1 : 0, 2 * i, 2 * i + 2);
  }
  return {
    ...model,
    numCols: numCols + slacks,
    sense: "minimise",
    offset: 0,
    colCost: concatenated(new Float64Array(numCols), new Float64Array(slacks).fill(1)),
    colLower: concatenated(model.colLower, new Float64Array(slacks)),
    colUpper: concatenated(model.colUpper, new Float64Array(slacks).fill(Infinity)),
    integrality: Int32Array.from([...model.integrality, ...slackIntegrality]),
    matrix: { format: "csr", starts, indices, values },
    colOrigins: [...model.colOrigins, ...model.rowOrigins.flatMap((origin) => [origin, origin])],
  };
}

function concatenated(first: Float64Array, second: Float64Array): Float64Array {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
