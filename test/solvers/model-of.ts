import type { Sense } from "../../engine/domain/policy.ts";
import type { LinearModel, Origin } from "../../engine/model/linear-model.ts";

/** One column: price, lower and upper bound, whole or continuous. */
export interface Column {
  readonly cost: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly continuous?: boolean;
}

/** One row: lower bound, coefficients by column, upper bound. */
export type Row = readonly [lower: number, entries: Readonly<Record<number, number>>, upper: number];

export interface ModelText {
  readonly sense?: Sense;
  readonly offset?: number;
  readonly columns: readonly Column[];
  readonly rows?: readonly Row[];
}

const NOWHERE: Origin = { source: "one-place", subject: {} };

/** A linear model written down column by column and row by row; columns are whole numbers of [0, 1] unless said otherwise. */
export function modelOf({ sense = "minimise", offset = 0, columns, rows = [] }: ModelText): LinearModel {
  const entries = rows.map(([, row]) => Object.entries(row).map(([j, value]) => [Number(j), value] as const));
  const flat = entries.flat();
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense,
    offset,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower = 0 }) => lower),
    colUpper: Float64Array.from(columns, ({ upper = 1 }) => upper),
    rowLower: Float64Array.from(rows, ([lower]) => lower),
    rowUpper: Float64Array.from(rows, ([, , upper]) => upper),
    integrality: Int32Array.from(columns, ({ continuous = false }) => (continuous ? 0 : 1)),
    matrix: {
      format: "csr",
      starts: Int32Array.from([0, ...entries.map((_, i) => entries.slice(0, i + 1).reduce((sum, row) => sum + row.length, 0))]),
      indices: Int32Array.from(flat, ([j]) => j),
      values: Float64Array.from(flat, ([, value]) => value),
    },
    rowOrigins: rows.map(() => NOWHERE),
    colOrigins: columns.map(() => NOWHERE),
  };
}
