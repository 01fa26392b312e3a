import { pointer } from "../../engine/input/json-pointer.ts";
import { isPersonalField } from "../../engine/input/personal-data.ts";
import { CATEGORY_PREFIX, type Column, columnsOfFile, type FileName } from "./columns.ts";
import type { ImportIssue } from "./import-issue.ts";
import { readCell } from "./read-cell.ts";
import { isEmpty, type Row, type Table } from "./table.ts";

/** One row as an entry of the round, and the column of each of its fields by the pointer below the entry. */
export interface ReadEntry {
  readonly row: number;
  readonly value: Readonly<Record<string, unknown>>;
  readonly columnOf: ReadonlyMap<string, string>;
  /** Columns whose cells could not be read: that their fields are missing is no second issue. */
  readonly unread: ReadonlySet<string>;
}

export interface ReadTable {
  readonly entries: readonly ReadEntry[];
  readonly issues: readonly (ImportIssue | PersonalColumn)[];
}

/** A column named like personal data, which is not read at all (Art. 7, 12 §2-8). */
export interface PersonalColumn {
  readonly code: "field-personal";
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly params: { readonly field: string };
}

/** Reads the rows of a file by the names in its first row; everything unreadable is listed, and the rest is read. */
export function readTable(file: FileName, { header, rows }: Table): ReadTable {
  const issues: (ImportIssue | PersonalColumn)[] = [];
  const columns = header.map((name) => findColumn(file, name));
  for (const issue of headerIssues(file, header, columns)) issues.push(issue);
  const entries = rows.map((row): ReadEntry => {
    if (row.cells.slice(header.length).some((cell) => !isEmpty(cell))) {
      issues.push({
        code: "row-too-long",
        file,
        row: row.number,
        column: null,
        params: { count: row.cells.length, columns: header.length },
      });
    }
    const entry = readRow(row, columns);
    for (const { column, kind, example } of entry.unreadable) {
      issues.push({ code: "cell-unreadable", file, row: row.number, column, params: { kind, example } });
    }
    return entry;
  });
  return { entries, issues };
}

/** The column a name in the first row means, whatever its case; dimensions keep theirs. */
function findColumn(file: FileName, name: string): Column | null {
  const wanted = name.toLowerCase();
  for (const column of columnsOfFile(file)) {
    if (column.kind === "category" && wanted.startsWith(CATEGORY_PREFIX) && name.length > CATEGORY_PREFIX.length) {
      return { ...column, name: CATEGORY_PREFIX + name.slice(CATEGORY_PREFIX.length) };
    }
    if (column.kind !== "category" && column.name.toLowerCase() === wanted) return column;
  }
  return null;
}

function* headerIssues(
  file: FileName,
  header: readonly string[],
  columns: readonly (Column | null)[],
): Generator<ImportIssue | PersonalColumn> {
  const names = columnsOfFile(file).map(({ name, kind }) => (kind === "category" ? `${name}...` : name));
  for (const [index, name] of header.entries()) {
    const column = columns[index];
    if (column) {
      const isFirst = columns.findIndex((other) => other?.name === column.name) === index;
      if (!isFirst) yield { code: "column-duplicate", file, row: 1, column: name, params: { column: name } };
    } else if (isPersonalField(name)) {
      yield { code: "field-personal", file, row: 1, column: name, params: { field: name } };
    } else {
      yield { code: "column-unknown", file, row: 1, column: name, params: { column: name, known: names.join(", ") } };
    }
  }
  for (const { name, required } of columnsOfFile(file)) {
    if (required && !columns.some((column) => column?.name === name)) {
      yield { code: "column-missing", file, row: 1, column: name, params: {} };
    }
  }
}

interface Unreadable {
  readonly column: string;
  readonly kind: string;
  readonly example: string;
}

function readRow(
  { number, cells }: Row,
  columns: readonly (Column | null)[],
): ReadEntry & { readonly unreadable: readonly Unreadable[] } {
  const value: Record<string, unknown> = {};
  const columnOf = new Map<string, string>();
  const unreadable: Unreadable[] = [];
  const choices: unknown[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? null;
    if (column === null || isEmpty(cell)) continue;
    const read = readCell(column.kind, cell);
    if (!read.ok) {
      unreadable.push({ column: column.name, kind: read.kind, example: read.example });
    } else if (column.kind === "choice") {
      columnOf.set(pointer("", "choices", choices.length), column.name);
      choices.push(read.value);
    } else {
      columnOf.set(put(value, column, read.value), column.name);
    }
  }
  if (columns.some((column) => column?.kind === "choice")) value.choices = choices;
  return { row: number, value, columnOf, unread: new Set(unreadable.map(({ column }) => column)), unreadable };
}

/** Puts a value at `name` or `outer.inner` and gives its pointer. A dimension may hold points of its own. */
function put(entry: Record<string, unknown>, { name }: Column, value: unknown): string {
  const at = name.indexOf(".");
  if (at < 0) {
    entry[name] = value;
    return pointer("", name);
  }
  const [outer, inner] = [name.slice(0, at), name.slice(at + 1)];
  const holder = Object.hasOwn(entry, outer) ? entry[outer] : undefined;
  entry[outer] = { ...(typeof holder === "object" ? holder : {}), [inner]: value };
  return pointer("", outer, inner);
}
