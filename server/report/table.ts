/** Text columns padded to their widest cell; a column whose cells are all numbers (or "-") is aligned right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const numeric = header.map((_, column) => rows.every((row) => /^[-+\d.,% ]*$/.test(row[column] ?? "")));
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [header, ...rows].map((row) => `  ${line(row)}`);
}
