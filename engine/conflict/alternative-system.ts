import { at } from "../model/instance.ts";
import type { LinearModel, Origin } from "../model/linear-model.ts";

/** One multiplier of the alternative system: of a row or a column bound of the model, at its lower (+1) or upper (-1) end. */
interface Multiplier {
  readonly kind: "row" | "column";
  readonly index: number;
  readonly end: 1 | -1;
  readonly bound: number;
}

/** The alternative system of a model, and how its points tell the rows of the model that conflict. */
export interface AlternativeSystem {
  readonly model: LinearModel;
  /** Rows with a multiplier that is not 0. */
  readonly rowsIn: (point: Float64Array) => ReadonlySet<number>;
}

const ZERO = 1e-7;
const ORIGIN: Origin = { source: "lock", subject: {}, definition: true };

/**
 * The system that has a solution exactly where the linear relaxation of a model has none (Farkas). With y >= 0 for every finite end of a
 * row, z >= 0 for every finite end of a column:
 *
 *     minimise   sum of y over the rows that are no definitions
 *     where      sum over ends of +-(A' y) + (+-z) = 0  for every column,     sum of +-bound * (y, z) = 1
 *
 * The rows and bounds in a vertex of it are an irreducible conflict of the relaxation (Gleeson, Ryan 1990).
 */
export function alternativeSystem(model: LinearModel): AlternativeSystem {
  const ends = (kind: Multiplier["kind"], lower: Float64Array, upper: Float64Array, index: number): Multiplier[] => {
    const [low, high] = [at(lower, index), at(upper, index)];
    return [
      ...(Number.isFinite(low) ? [{ kind, index, end: 1 as const, bound: low }] : []),
      ...(Number.isFinite(high) ? [{ kind, index, end: -1 as const, bound: high }] : []),
    ];
  };
  const numbers = (length: number) => Array.from({ length }, (_, index) => index);
  const multipliers = [
    ...numbers(model.numRows).flatMap((row) => ends("row", model.rowLower, model.rowUpper, row)),
    ...numbers(model.numCols).flatMap((column) => ends("column", model.colLower, model.colUpper, column)),
  ];
  const balance: [column: number, value: number][][] = numbers(model.numCols).map(() => []);
  const right: [column: number, value: number][] = [];
  multipliers.forEach(({ kind, index, end, bound }, position) => {
    if (bound !== 0) right.push([position, end * bound]);
    if (kind === "column") at(balance, index).push([position, end]);
    else {
      for (let k = at(model.matrix.starts, index); k < at(model.matrix.starts, index + 1); k++) {
        at(balance, at(model.matrix.indices, k)).push([position, end * at(model.matrix.values, k)]);
      }
    }
  });
  const isDefinition = ({ kind, index }: Multiplier) => kind === "column" || at(model.rowOrigins, index).definition === true;
  return {
    model: pack(
      [...balance, right],
      multipliers.length,
      multipliers.map((one) => (isDefinition(one) ? 0 : 1)),
    ),
    rowsIn: (point) =>
      new Set(multipliers.flatMap(({ kind, index }, position) => (kind === "row" && at(point, position) > ZERO ? [index] : []))),
  };
}

/** Rows that all equal 0 but the last, which equals 1. */
function pack(rows: readonly (readonly [number, number][])[], numCols: number, costs: readonly number[]): LinearModel {
  const starts = [0];
  for (const row of rows) starts.push(at(starts, starts.length - 1) + row.length);
  const entries = rows.flat();
  const sides = Float64Array.from(rows, (_, index) => (index === rows.length - 1 ? 1 : 0));
  return {
    numCols,
    numRows: rows.length,
    sense: "minimise",
    offset: 0,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(Infinity),
    rowLower: sides,
    rowUpper: sides,
    integrality: new Int32Array(numCols),
    matrix: {
      format: "csr",
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, value]) => value),
    },
    rowOrigins: rows.map(() => ORIGIN),
    colOrigins: costs.map(() => ORIGIN),
  };
}
