import { at } from "../../model/instance.ts";
import type { LinearModel, Origin } from "../../model/linear-model.ts";
import type { PriceLayout } from "./prices.ts";

interface Row {
  readonly columns: number[];
  readonly values: number[];
  readonly lower: number;
  readonly upper: number;
  /** The price that the row's dual, times `sign`, adds to; -1: the Lagrangian keeps the row. */
  readonly price: number;
  readonly sign: 1 | -1;
}

/** Columns and rows of a linear program as they are written; every column is at least 0. */
export interface Sheet {
  readonly costs: number[];
  readonly uppers: number[];
  readonly rows: Row[];
}

/** Adds a column; returns its number. */
export function addColumn({ costs, uppers }: Sheet, cost: number, upper: number): number {
  uppers.push(upper);
  return costs.push(cost) - 1;
}

/** Adds a row, without limits where none are given. */
export function addRow({ rows }: Sheet, row: Omit<Row, "lower" | "upper"> & Partial<Pick<Row, "lower" | "upper">>): void {
  rows.push({ lower: -Infinity, upper: Infinity, ...row });
}

/** The prices that row duals stand for. */
export function pricesFrom({ rows }: Sheet, layout: PriceLayout, duals: Float64Array): Float64Array {
  const prices = new Float64Array(layout.length);
  rows.forEach(({ price, sign }, i) => {
    if (price >= 0) prices[price] = (prices[price] ?? 0) + sign * (duals[i] ?? 0);
  });
  return prices;
}

const ORIGIN: Origin = { source: "lock", subject: {} };

/** The program of a sheet, minimised; the columns of each row ascending. */
export function pack({ costs, uppers, rows }: Sheet, offset: number): LinearModel {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + columns.length;
  });
  const indices = new Int32Array(at(starts, rows.length));
  const values = new Float64Array(indices.length);
  rows.forEach((row, i) => {
    const order = row.columns.map((column, k) => [column, row.values[k] ?? 0] as const);
    if (row.columns.some((column, k) => k > 0 && column < (row.columns[k - 1] ?? 0))) order.sort(([a], [b]) => a - b);
    order.forEach(([column, value], k) => {
      indices[at(starts, i) + k] = column;
      values[at(starts, i) + k] = value;
    });
  });
  return {
    numCols: costs.length,
    numRows: rows.length,
    sense: "minimise",
    offset,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(costs.length),
    colUpper: Float64Array.from(uppers),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: new Int32Array(costs.length),
    matrix: { format: "csr", starts, indices, values },
    rowOrigins: rows.map(() => ORIGIN),
    colOrigins: costs.map(() => ORIGIN),
  };
}
