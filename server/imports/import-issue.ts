/** Every way a file can be unreadable as a table: stable code -> text. What is wrong with the data themselves has the codes of a round. */
export const IMPORT_CODES = {
  "part-unknown": "There is no file {part}; known: {known}.",
  "part-missing": "This file is required.",
  "part-duplicate": "The file is there twice.",
  "file-unreadable": "The file cannot be read: {detail}.",
  "file-empty": "The file has no row of column names.",
  "file-too-large": "The file has {count} {unit}; at most {max} are read.",
  "column-unknown": "There is no column {column}; known: {known}.",
  "column-missing": "This column is required.",
  "column-duplicate": "The column {column} is there twice.",
  "row-too-long": "The row has {count} cells and the file {columns} columns.",
  "cell-unreadable": "This is no {kind}: write {example}.",
} as const satisfies Record<string, string>;

export type ImportCode = keyof typeof IMPORT_CODES;

/** Something unreadable in a file: where, and the numbers. */
export interface ImportIssue {
  readonly code: ImportCode;
  readonly file: string;
  /** As a spreadsheet counts: the row of column names is 1. `null`: the whole file. */
  readonly row: number | null;
  /** Name of the column; `null`: the whole row. */
  readonly column: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The issue as one English sentence, without its place. */
export function importText({ code, params }: Pick<ImportIssue, "code" | "params">): string {
  return IMPORT_CODES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "?"));
}
