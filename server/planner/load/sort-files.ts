/** The tables a round is made of, by the names their files must contain. */
export const TABLES = ["hosts", "missions", "promotions", "candidates"] as const;
type TableName = (typeof TABLES)[number];

/** Names in the other languages that planners give such files. */
const NAMES: Readonly<Record<TableName | "members", RegExp>> = {
  members: /member|membre|leden|mitglied/i,
  hosts: /host|organism|accueil|gastorg|organisati|einrichtung/i,
  missions: /mission|opdracht|eins[aä]tz/i,
  promotions: /promotion|groep|gruppe/i,
  candidates: /candidat|kandidat/i,
};

/** Files for an import, by the part they are sent as: the tables, or one workbook with a sheet for each. */
export type ImportFiles = Readonly<Partial<Record<TableName | "members" | "workbook", File>>>;

/** What was dropped, by name: one round, its tables or a workbook, or something else. */
export type Dropped =
  | { readonly kind: "round"; readonly file: File }
  | { readonly kind: "tables"; readonly files: ImportFiles }
  | { readonly kind: "incomplete"; readonly missing: readonly TableName[] }
  | { readonly kind: "unknown"; readonly name: string };

/** Sorts dropped files; tables are recognised by their names, in any of the four languages. */
export function sortFiles(files: readonly File[]): Dropped {
  const [first] = files;
  if (files.length === 1 && first !== undefined && /\.json$/i.test(first.name)) return { kind: "round", file: first };
  if (files.length === 1 && first !== undefined && /\.xlsx$/i.test(first.name))
    return { kind: "tables", files: { workbook: first } };
  const found: Partial<Record<TableName | "members", File>> = {};
  for (const file of files) {
    const table = /\.(csv|txt|xlsx)$/i.test(file.name) ? tableOf(file.name) : undefined;
    if (table === undefined) return { kind: "unknown", name: file.name };
    found[table] = file;
  }
  const missing = TABLES.filter((name) => found[name] === undefined);
  return missing.length > 0 ? { kind: "incomplete", missing } : { kind: "tables", files: found };
}

function tableOf(name: string): TableName | "members" | undefined {
  return (["members", ...TABLES] as const).find((table) => NAMES[table].test(name));
}
