/** Quotas of one category, in persons per panel. */
export interface Quota {
  readonly feature: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
}

/** Somebody in the pool: an id and the category of each feature. */
export interface PoolMember {
  readonly id: string;
  readonly features: Readonly<Record<string, string>>;
}

export interface Pool {
  readonly quotas: readonly Quota[];
  readonly members: readonly PoolMember[];
}

type Row = Readonly<Record<string, string>>;

/**
 * Reads a pool of the sortition-algorithms project from its two files, plain CSV without quotation marks. `features`:
 * feature,value,min,max,...; `people`: one column of ids and one per feature, and others that are left out. Throws `RangeError` on
 * somebody whose category of a feature is not in `features`.
 */
export function readPool(features: string, people: string, idColumn: string): Pool {
  const quotas = rowsOf(features).map((row) => ({
    feature: cell(row, "feature"),
    value: cell(row, "value"),
    min: Number(cell(row, "min")),
    max: Number(cell(row, "max")),
  }));
  const values = Map.groupBy(quotas, ({ feature }) => feature);
  const members = rowsOf(people).map((row) => {
    const categories = [...values].map(([feature, known]) => {
      const value = cell(row, feature);
      if (!known.some((quota) => quota.value === value)) throw new RangeError(`${feature} ${value} has no quota`);
      return [feature, value] as const;
    });
    return { id: cell(row, idColumn), features: Object.fromEntries(categories) };
  });
  return { quotas, members };
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new RangeError(`there is no column ${column}`);
  return value;
}

function rowsOf(text: string): readonly Row[] {
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const columns = head?.split(",") ?? [];
  return lines.map((line) => {
    const cells = line.split(",");
    if (cells.length !== columns.length) throw new RangeError(`${cells.length} cells for ${columns.length} columns`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
