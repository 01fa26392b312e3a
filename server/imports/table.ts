/** A cell as a file gives it: text from CSV; text, number, boolean or day from a spreadsheet. */
export type Cell = string | number | boolean | Date | null;

/** A file as rows of cells, before anything in it is understood. */
export interface Table {
  /** The first row. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** What could not be made a table of; the codes are those of imports. */
export type TableRead =
  | { readonly ok: true; readonly table: Table }
  | {
      readonly ok: false;
      readonly code: "file-unreadable" | "file-empty" | "file-too-large";
      readonly params: Readonly<Record<string, string | number>>;
      readonly row: number | null;
    };

export const MAX_ROWS = 200_000;
const MAX_COLUMNS = 500;

/** The table of rows of cells; empty rows are left out, empty columns at the end of the header too. */
export function tableOf(rows: readonly Row[]): TableRead {
  const filled = rows.filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
  const [first, ...others] = filled;
  if (first === undefined) return { ok: false, code: "file-empty", params: {}, row: null };
  const header = first.cells.map((cell) => String(cell ?? "").trim());
  while (header.at(-1) === "") header.pop();
  const tooLarge = (unit: string, count: number, max: number): TableRead => ({
    ok: false,
    code: "file-too-large",
    params: { unit, count, max },
    row: null,
  });
  if (header.length > MAX_COLUMNS) return tooLarge("columns", header.length, MAX_COLUMNS);
  if (others.length > MAX_ROWS) return tooLarge("rows", others.length, MAX_ROWS);
  return { ok: true, table: { header, rows: others } };
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
