/** The tables a round is made of, by the names their files must contain. */
export const TABLES = ["hosts", "missions", "promotions", "candidates"] as const;
export type TableName = (typeof TABLES)[number];

/** Names in the other languages that planners give such files. */
const NAMES: Readonly<Record<TableName, RegExp>> = {
  hosts: /host|organism|accueil|gastorg|organisati|einrichtung/i,
  missions: /mission|opdracht|einsatz|eins[aä]tze/i,
  promotions: /promotion|groep|gruppe/i,
  candidates: /candidat|kandidat|kandidaten/i,
};

/** What was dropped, by name: one round, its tables, or something else. */
export type Dropped =
  | { readonly kind: "round"; readonly file: File }
  | { readonly kind: "tables"; readonly files: Readonly<Record<TableName, File>> }
  | { readonly kind: "incomplete"; readonly missing: readonly TableName[] }
  | { readonly kind: "unknown"; readonly name: string };

/** Sorts dropped files; tables are recognised by their names, in any of the four languages. */
export function sortFiles(files: readonly File[]): Dropped {
  const [first] = files;
  if (files.length === 1 && first !== undefined && /\.json$/i.test(first.name)) return { kind: "round", file: first };
  const found: Partial<Record<TableName, File>> = {};
  for (const file of files) {
    const table = /\.(csv|txt|xlsx)$/i.test(file.name) ? TABLES.find((name) => NAMES[name].test(file.name)) : undefined;
    if (table === undefined) return { kind: "unknown", name: file.name };
    found[table] = file;
  }
  const { hosts, missions, promotions, candidates } = found;
  if (!hosts || !missions || !promotions || !candidates) {
    return { kind: "incomplete", missing: TABLES.filter((name) => found[name] === undefined) };
  }
  return { kind: "tables", files: { hosts, missions, promotions, candidates } };
}
