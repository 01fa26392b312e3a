import { at } from "../model/instance.ts";
import type { LinearModel, Origin } from "../model/linear-model.ts";

/** Rows of one rule about one subject: they stand or fall together. */
export interface RowGroup {
  readonly origin: Origin;
  readonly rows: readonly number[];
}

/** Rules every round has; what only some rounds ask for comes after them, where a conflict is looked for first. */
const COMMON: readonly string[] = ["one-place", "mission-capacity", "promotion-size", "no-idle-seat"];

/** Rows by rule and subject, definitions left out; common rules by rule alone unless `apart`. `mustHold` is a decision of its own. */
export function groupRows(model: LinearModel, apart: boolean): readonly RowGroup[] {
  const groups = new Map<string, { origin: Origin; rows: number[] }>();
  const isCommon = ({ origin }: RowGroup) => COMMON.includes(origin.source) && origin.subject.mustHold === undefined;
  model.rowOrigins.forEach((origin, row) => {
    if (origin.definition === true) return;
    const whole = !apart && isCommon({ origin, rows: [] });
    const key = JSON.stringify(whole ? origin.source : [origin.source, origin.subject]);
    const group = groups.get(key) ?? { origin, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  });
  const all = [...groups.values()];
  return [...all.filter(isCommon), ...all.filter((group) => !isCommon(group))];
}

/** The last column of a row, or -1: the one that a definition defines, for it was added after those it is made of. */
function lastColumn({ matrix }: LinearModel, row: number): number {
  const [from = 0, to = 0] = [matrix.starts[row], matrix.starts[row + 1]];
  return to > from ? at(matrix.indices, to - 1) : -1;
}

/** A part of a model, and which of its rows and columns these are. */
export interface Part {
  readonly model: LinearModel;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The model with only the rows of some groups, the definitions these need, and the columns in them. With nobody placed twice it has a
 * solution exactly where the whole model without the other groups has one: whatever else is defined can be completed from any placement.
 */
export function partOf(model: LinearModel, groups: readonly RowGroup[]): Part {
  const { matrix } = model;
  const kept = new Set<number>();
  const columns = new Set<number>();
  const definitions = Map.groupBy(
    model.rowOrigins.flatMap((origin, row) => (origin.definition === true ? [row] : [])),
    (row) => lastColumn(model, row),
  );
  const todo = groups.flatMap(({ rows }) => rows);
  for (let row = todo.pop(); row !== undefined; row = todo.pop()) {
    if (kept.has(row)) continue;
    kept.add(row);
    for (let k = at(matrix.starts, row); k < at(matrix.starts, row + 1); k++) {
      const column = at(matrix.indices, k);
      if (columns.has(column)) continue;
      columns.add(column);
      todo.push(...(definitions.get(column) ?? []));
    }
  }
  const [chosenRows, chosenColumns] = [sorted(kept), sorted(columns)];
  return { model: packed(model, chosenRows, chosenColumns), rows: chosenRows, columns: chosenColumns };
}

function sorted(numbers: Iterable<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

function packed(model: LinearModel, rows: readonly number[], columns: readonly number[]): LinearModel {
  const { matrix } = model;
  const position = new Map(columns.map((column, index) => [column, index]));
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const row of rows) {
    for (let k = at(matrix.starts, row); k < at(matrix.starts, row + 1); k++) {
      indices.push(position.get(at(matrix.indices, k)) ?? -1);
      values.push(at(matrix.values, k));
    }
    starts.push(indices.length);
  }
  const pick = (array: Float64Array, which: readonly number[]) => Float64Array.from(which, (index) => at(array, index));
  return {
    ...model,
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    offset: 0,
    colLower: pick(model.colLower, columns),
    colUpper: pick(model.colUpper, columns),
    rowLower: pick(model.rowLower, rows),
    rowUpper: pick(model.rowUpper, rows),
    integrality: Int32Array.from(columns, (column) => at(model.integrality, column)),
    matrix: {
      format: "csr",
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    rowOrigins: rows.map((row) => at(model.rowOrigins, row)),
    colOrigins: columns.map((column) => at(model.colOrigins, column)),
  };
}
