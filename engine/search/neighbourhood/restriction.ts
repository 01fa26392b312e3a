import type { Formulation } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel, Origin } from "../../model/linear-model.ts";

/** An integer program of a stage, made ready to be restricted again and again. */
export interface Restrictable {
  readonly formulation: Formulation;
  /** Arcs are the first columns. */
  readonly arcs: number;
  /** Entries of the matrix by column: rows `rows[starts[j] .. starts[j + 1] - 1]` of column j. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** The objective is a largest value: what fixed parts contribute to it is left out of a part, so that the part itself is improved. */
  readonly isMaximum: boolean;
  /** 1 where a row has no arc in it and is no lock: it ties counts to each other (a worst to its parts). */
  readonly tiesCounts: Uint8Array;
}

/** A part of a program: some columns, everything else fixed at a known point. */
export interface Restriction {
  readonly model: LinearModel;
  /** Where the known point is in the part: a start. */
  readonly start: Float64Array;
  /** The arcs that a point of the part stands for, the fixed ones included, ascending. */
  readonly decode: (point: Float64Array) => readonly number[];
}

/** Whose rows say that a largest value is at least what each part contributes. */
const MAXIMA: ReadonlySet<Origin["source"]> = new Set(["worst-promotion", "delay"]);

/** Makes a program ready to be restricted. */
export function restrictable(formulation: Formulation, arcs: number, isMaximum: boolean): Restrictable {
  const { numCols, numRows, matrix, rowOrigins } = formulation.model;
  const starts = new Int32Array(numCols + 1);
  for (const column of matrix.indices) starts[column + 1] = at(starts, column + 1) + 1;
  for (let j = 0; j < numCols; j++) starts[j + 1] = at(starts, j + 1) + at(starts, j);
  const next = starts.slice();
  const rows = new Int32Array(matrix.indices.length);
  const tiesCounts = Uint8Array.from(rowOrigins, ({ source }) => (source === "lock" ? 0 : 1));
  for (let row = 0; row < numRows; row++) {
    for (let i = at(matrix.starts, row); i < at(matrix.starts, row + 1); i++) {
      const column = at(matrix.indices, i);
      const position = at(next, column);
      rows[position] = row;
      next[column] = position + 1;
      if (column < arcs) tiesCounts[row] = 0;
    }
  }
  return { formulation, arcs, isMaximum, starts, rows, tiesCounts };
}

/** Columns that move with the free arcs: counts in a row with one of them, and counts tied to such counts. */
function freeColumns({ formulation, arcs, starts, rows, tiesCounts }: Restrictable, freeArcs: readonly number[]): Int32Array {
  const { matrix, numCols, numRows } = formulation.model;
  const free = new Uint8Array(numCols);
  // A row looked at once has nothing more to free.
  const seen = new Uint8Array(numRows);
  const list = [...freeArcs];
  for (const arc of freeArcs) free[arc] = 1;
  for (let i = 0; i < list.length; i++) {
    const column = at(list, i);
    for (let r = at(starts, column); r < at(starts, column + 1); r++) {
      const row = at(rows, r);
      if (column >= arcs && at(tiesCounts, row) === 0) continue;
      if (seen[row] === 1) continue;
      seen[row] = 1;
      for (let e = matrix.starts[row] ?? 0, end = matrix.starts[row + 1] ?? 0; e < end; e++) {
        const other = matrix.indices[e] ?? 0;
        if (other < arcs || free[other] === 1) continue;
        free[other] = 1;
        list.push(other);
      }
    }
  }
  return Int32Array.from(list).sort();
}

/**
 * The program with every column but the free arcs, and the counts that move with them, fixed at `point`: fixed columns go into the row
 * bounds, rows without a free column are dropped (the point satisfies them). The placement of every solution of the part is lawful in the
 * whole.
 */
export function restrict(whole: Restrictable, point: Float64Array, freeArcs: readonly number[]): Restriction {
  const { formulation, arcs } = whole;
  const { model } = formulation;
  const columns = freeColumns(whole, freeArcs);
  // Position in the part of each column of the whole, or -1.
  const position = new Int32Array(model.numCols).fill(-1);
  columns.forEach((column, i) => {
    position[column] = i;
  });
  const { kept, fixed, matrix } = rowsOf(whole, point, columns, position);
  const pick = (list: Float64Array) => Float64Array.from(columns, (column) => at(list, column));
  const colCost = pick(model.colCost);
  const start = pick(point);
  const objective = (costs: Float64Array, at_: Float64Array) => costs.reduce((sum, cost, j) => sum + cost * at(at_, j), 0);
  const part: LinearModel = {
    ...model,
    numCols: columns.length,
    numRows: kept.length,
    offset: model.offset + objective(model.colCost, point) - objective(colCost, start),
    colCost,
    colLower: pick(model.colLower),
    colUpper: pick(model.colUpper),
    rowLower: Float64Array.from(kept, (row, i) => at(model.rowLower, row) - at(fixed, i)),
    rowUpper: Float64Array.from(kept, (row, i) => at(model.rowUpper, row) - at(fixed, i)),
    integrality: Int32Array.from(columns, (column) => at(model.integrality, column)),
    matrix,
    rowOrigins: kept.map((row) => at(model.rowOrigins, row)),
    colOrigins: [...columns].map((column) => at(model.colOrigins, column)),
  };
  const decode = (found: Float64Array) => {
    const chosen: number[] = [];
    for (let arc = 0; arc < arcs; arc++) {
      const inPart = position[arc] ?? -1;
      if (((inPart < 0 ? point[arc] : found[inPart]) ?? 0) > 0.5) chosen.push(arc);
    }
    return chosen;
  };
  return { model: part, start, decode };
}

/** The rows with a free column: their free entries, and what the fixed columns contribute at `point`. */
function rowsOf(
  { formulation, arcs, isMaximum, starts, rows }: Restrictable,
  point: Float64Array,
  columns: Int32Array,
  position: Int32Array,
) {
  const { numRows, matrix, rowOrigins } = formulation.model;
  const touched = new Uint8Array(numRows);
  for (const column of columns) {
    for (let r = starts[column] ?? 0, end = starts[column + 1] ?? 0; r < end; r++) touched[rows[r] ?? 0] = 1;
  }
  const kept: number[] = [];
  const ends: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const fixed: number[] = [];
  for (let row = 0; row < numRows; row++) {
    if (touched[row] === 0) continue;
    const first = indices.length;
    let sum = 0;
    for (let i = matrix.starts[row] ?? 0, end = matrix.starts[row + 1] ?? 0; i < end; i++) {
      const column = matrix.indices[i] ?? 0;
      const value = matrix.values[i] ?? 0;
      const inPart = position[column] ?? -1;
      if (inPart < 0) sum += value * (point[column] ?? 0);
      else {
        indices.push(inPart);
        values.push(value);
      }
    }
    const onlyCount = indices.length === first + 1 && (columns[indices[first] ?? 0] ?? 0) >= arcs;
    if (isMaximum && onlyCount && MAXIMA.has(rowOrigins[row]?.source ?? "lock")) {
      indices.length = first;
      values.length = first;
      continue;
    }
    kept.push(row);
    fixed.push(sum);
    ends.push(indices.length);
  }
  const csr = { starts: Int32Array.from(ends), indices: Int32Array.from(indices), values: Float64Array.from(values) };
  return { kept, fixed, matrix: { format: "csr", ...csr } as const };
}
