import { stringify } from "csv-stringify/sync";

/** One cell; `null` is empty, a list is written with `|` between its entries. */
export type CsvCell = string | number | boolean | null | readonly string[];

/**
 * A table as CSV that a Belgian Excel opens by double click: UTF-8 with byte order mark, `;` between cells, CRLF, decimal comma. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front (CSV injection), which our imports take away again.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return stringify([columns, ...rows.map((row) => row.map(text))], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
    // Readers of other makes split at their own separator wherever a text is not quoted.
    quoted_match: /[;,\t|]/,
  });
}

function text(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (typeof cell === "string" || typeof cell === "boolean") return String(cell);
  return writeList(cell);
}

/** A single entry with a comma or semicolon in it ends in `|`, so that it is read as one. */
function writeList(entries: readonly string[]): string {
  const [only] = entries;
  return entries.length === 1 && only !== undefined && /[,;]/.test(only) ? `${only}|` : entries.join("|");
}
