import type { LinearModel } from "./linear-model.ts";

/**
 * The directions in which one can go on for ever from any solution without breaking a row or a bound, cut off at length 1:
 *
 *     optimise  colCost . d
 *     where     A d = 0 or on the open side of each row,  d[j] in [-1, 1], and 0 towards a bound that x[j] has
 *
 * A model that has a solution is unbounded exactly where the optimum is better than 0 (Meyer 1974: for whole-number data this
 * holds for integer programs too).
 */
export function recessionModel(model: LinearModel): LinearModel {
  const wall = (bounds: Float64Array, open: number) => bounds.map((bound) => (Number.isFinite(bound) ? 0 : open));
  return {
    ...model,
    offset: 0,
    colLower: wall(model.colLower, -1),
    colUpper: wall(model.colUpper, 1),
    rowLower: wall(model.rowLower, -Infinity),
    rowUpper: wall(model.rowUpper, Infinity),
    integrality: new Int32Array(model.numCols),
  };
}
