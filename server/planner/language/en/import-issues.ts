import type { ImportCode } from "../../../imports/import-issue.ts";

/** What is wrong with a table that was dropped, and what to do about it. */
export const importIssues: Readonly<Record<ImportCode, readonly [what: string, fix: string]>> = {
  "part-unknown": ["There is no table named {part}; known: {known}.", "Rename the file."],
  "part-missing": ["This table is missing.", "Add the file."],
  "part-duplicate": ["This table is there twice.", "Keep one."],
  "file-unreadable": ["The file cannot be read: {detail}.", "Save it again as CSV or Excel."],
  "file-empty": ["The file has no row of column names.", "Start from the template."],
  "file-too-large": ["The file has {count} {unit}; at most {max} are read.", "Split the round."],
  "column-unknown": ["There is no column {column}.", "Rename or remove it; the template has the right names."],
  "column-missing": ["This column is required.", "Add it; the template has it."],
  "column-duplicate": ["The column {column} is there twice.", "Keep one."],
  "row-too-long": ["The row has {count} cells and the file {columns} columns.", "Look for a separator too many."],
  "cell-unreadable": ["This cannot be read as {kind}.", "Write it like {example}."],
};
