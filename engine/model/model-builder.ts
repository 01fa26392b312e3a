import type { Sense } from "../domain/policy.ts";
import { evaluate, type LinearExpression, sumOf, weightedSum } from "./linear-expression.ts";
import type { LinearModel, Origin } from "./linear-model.ts";

interface Column {
  readonly lower: number;
  readonly upper: number;
  readonly origin: Origin;
  /**
   * The value this column has once all earlier ones are known; so a placement determines the whole point. The arcs, which are the
   * placement, are there without being added.
   */
  readonly define: (point: Float64Array) => number;
}

interface Row {
  readonly expression: LinearExpression;
  readonly lower: number;
  readonly upper: number;
  readonly origin: Origin;
}

/** The binary columns that come first, one per arc; their origins are only asked for when a model is built. */
interface ArcColumns {
  readonly count: number;
  readonly originOf: (arc: number) => Origin;
}

/** Collects whole-number columns and rows, and packs them into a `LinearModel`. */
export interface ModelBuilder {
  /** Adds an integer column and returns its index. */
  addColumn(column: Column): number;
  /** Adds lower <= expression <= upper; the expression's constant moves to the bounds. */
  addRow(expression: LinearExpression, bounds: { readonly lower?: number; readonly upper?: number }, origin: Origin): void;
  build(sense: Sense, objective: LinearExpression): LinearModel;
  /** The point that a placement (columns of value 1 among the arcs) determines. */
  complete(chosen: Iterable<number>): Float64Array;
}

/** A builder with the arcs for columns. Many drafts are never built: an arc costs nothing until then. */
export function createModelBuilder(arcs: ArcColumns): ModelBuilder {
  const columns: Column[] = [];
  const rows: Row[] = [];
  return {
    addColumn: (column) => arcs.count + columns.push(column) - 1,
    addRow: (expression, { lower = -Infinity, upper = Infinity }, origin) => {
      const gathered = weightedSum([expression], [1]);
      rows.push({ expression: gathered, lower: lower - gathered.constant, upper: upper - gathered.constant, origin });
    },
    build: (sense, objective) => pack(arcs, columns, rows, sense, objective),
    complete: (chosen) => {
      const point = new Float64Array(arcs.count + columns.length);
      for (const column of chosen) point[column] = 1;
      columns.forEach((column, j) => {
        point[arcs.count + j] = column.define(point);
      });
      return point;
    },
  };
}

/** Whether any of the columns is 1: the definition of most binary columns. */
export function anyOf(columns: readonly number[]): (point: Float64Array) => number {
  return (point) => (evaluate(sumOf(columns), point) > 0 ? 1 : 0);
}

function pack(
  { count, originOf }: ArcColumns,
  columns: readonly Column[],
  rows: readonly Row[],
  sense: Sense,
  objective: LinearExpression,
): LinearModel {
  const numCols = count + columns.length;
  const colCost = new Float64Array(numCols);
  objective.columns.forEach((column, i) => {
    colCost[column] = (colCost[column] ?? 0) + (objective.coefficients[i] ?? 0);
  });
  const starts = Int32Array.from([0, ...runningTotal(rows.map((row) => row.expression.columns.length))]);
  const [indices, values] = [new Int32Array(starts[rows.length] ?? 0), new Float64Array(starts[rows.length] ?? 0)];
  rows.forEach(({ expression }, i) => {
    indices.set(expression.columns, starts[i]);
    values.set(expression.coefficients, starts[i]);
  });
  return {
    numCols,
    numRows: rows.length,
    sense,
    offset: objective.constant,
    colCost,
    colLower: Float64Array.from({ length: numCols }, (_, j) => columns[j - count]?.lower ?? 0),
    colUpper: Float64Array.from({ length: numCols }, (_, j) => columns[j - count]?.upper ?? 1),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    integrality: new Int32Array(numCols).fill(1),
    matrix: { format: "csr", starts, indices, values },
    rowOrigins: rows.map((row) => row.origin),
    colOrigins: Array.from({ length: numCols }, (_, j) => columns[j - count]?.origin ?? originOf(j)),
  };
}

function runningTotal(lengths: readonly number[]): number[] {
  let total = 0;
  return lengths.map((length) => {
    total += length;
    return total;
  });
}
