import { readFileSync, writeFileSync } from "node:fs";

/**
 * Makes `engine/domain/belgium/municipalities.json` from two tables of facts (Statbel REFNIS, language areas of the Constitution):
 *
 *     node datasets/belgium/make-municipalities.ts municipalities_language_areas.csv nis_crosswalk_2019_2025.csv
 *
 * The first has one row per municipality of 2019-2024 with its code of 2025, the second one row per code that the mergers of
 * 2019 and 2025 ended. Both are plain CSV without quotes.
 */
const [areasFile, crosswalkFile] = process.argv.slice(2);
if (areasFile === undefined || crosswalkFile === undefined) throw new Error("give the two CSV files");

type Row = Readonly<Record<string, string>>;

interface Municipality {
  nis: string;
  nameNl: string;
  nameFr: string;
  region: string;
  province: string | null;
  languageArea: string;
  inhabitants2020: number;
}

function readTable(file: string): Row[] {
  const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  const columns = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}

/** Zwijndrecht left Antwerpen when it merged into Beveren-Kruibeke-Zwijndrecht; the first row by code would say otherwise. */
const PROVINCE_SINCE_2025: Readonly<Record<string, string>> = { "46030": "Oost-Vlaanderen" };

/** One municipality of 2025 out of the rows that merged into it; a name kept by the merger keeps both its languages. */
function merge(nis: string, rows: readonly Row[]): Municipality {
  const name = rows.map((row) => cell(row, "name_2025")).find((text) => text !== "");
  const keeper = rows.find((row) => name === undefined || name === row.name_nl || name === row.name_fr);
  const [first] = rows;
  if (first === undefined) throw new Error(`no row for ${nis}`);
  return {
    nis,
    nameNl: keeper === undefined ? (name ?? "") : cell(keeper, "name_nl"),
    nameFr: keeper === undefined ? (name ?? "") : cell(keeper, "name_fr"),
    region: cell(first, "region"),
    province: PROVINCE_SINCE_2025[nis] ?? (cell(first, "province_nl") || null),
    languageArea: cell(first, "language_area"),
    inhabitants2020: rows.reduce((sum, row) => sum + Number(cell(row, "inhabitants_2020")), 0),
  };
}

const areas = readTable(areasFile);
const municipalities = [...Map.groupBy(areas, (row) => cell(row, "nis_2025"))]
  .map(([nis, rows]) => merge(nis, rows))
  .sort((a, b) => (a.nis < b.nis ? -1 : 1));

const current = new Set(municipalities.map((municipality) => municipality.nis));
const since2025 = new Map(areas.map((row) => [cell(row, "nis_2019"), cell(row, "nis_2025")]));
const former = new Map([...since2025].filter(([nis]) => !current.has(nis)));
for (const row of readTable(crosswalkFile)) {
  const nis = cell(row, "new_nis");
  former.set(cell(row, "old_nis"), since2025.get(nis) ?? nis);
}
for (const nis of former.values()) if (!current.has(nis)) throw new Error(`${nis} is not a municipality of 2025`);

const lines = municipalities.map((municipality) => `    ${JSON.stringify(municipality)}`).join(",\n");
const formerLines = [...former].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, to]) => `    "${from}": "${to}"`);
const text = `{\n  "municipalities": [\n${lines}\n  ],\n  "former": {\n${formerLines.join(",\n")}\n  }\n}\n`;
writeFileSync(new URL("../../engine/domain/belgium/municipalities.json", import.meta.url), text);
console.log(`${municipalities.length} municipalities, ${former.size} former codes`);
