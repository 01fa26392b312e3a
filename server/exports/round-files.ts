import type { RoundJson } from "../../engine/input/round-schema.ts";
import { CATEGORY_PREFIX, type Column, columnsOfFile, FILE_NAMES, type FileName } from "../imports/columns.ts";
import { type CsvCell, writeCsv } from "./write-csv.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A round as the files an import reads: what is in no file (id, profile, policy, pins, published, limits, seed) is left out. */
export function roundFiles(round: RoundJson): ReadonlyMap<FileName, string> {
  return new Map(FILE_NAMES.map((file) => [file, fileOf(file, entriesOf(round, file))]));
}

function entriesOf(round: RoundJson, file: FileName): readonly Fields[] {
  if (file !== "members") return round[file];
  return round.promotions.flatMap(({ id, members }) => (members ?? []).map((member) => ({ ...member, promotion: id })));
}

function fileOf(file: FileName, entries: readonly Fields[]): string {
  const columns = columnsOfFile(file).flatMap((column) =>
    column.kind === "category" ? dimensionsOf(entries, column) : [column],
  );
  const filled = columns.filter((column) => column.required || entries.some((entry) => cellOf(entry, column) !== null));
  return writeCsv(
    filled.map(({ name }) => name),
    entries.map((entry) => filled.map((column) => cellOf(entry, column))),
  );
}

function dimensionsOf(entries: readonly Fields[], column: Column): readonly Column[] {
  const names = new Set(entries.flatMap(({ attributes }) => Object.keys((attributes as Fields | null | undefined) ?? {})));
  return [...names].sort().map((name) => ({ ...column, name: CATEGORY_PREFIX + name }));
}

/** The cell of a field, `null` where the entry has none. The shapes of the values are those of the round's schema. */
function cellOf(entry: Fields, { name, kind }: Column): CsvCell {
  if (kind === "choice")
    return choiceText((entry.choices as readonly unknown[] | undefined)?.[Number(name.slice("choice".length)) - 1]);
  const at = name.indexOf(".");
  const value = at < 0 ? entry[name] : (entry[name.slice(0, at)] as Fields | null | undefined)?.[name.slice(at + 1)];
  if (value === undefined || value === null) return null;
  if (kind === "windows") return (value as readonly Window[]).map(({ from, until }) => `${from}..${until}`);
  if (kind === "occupied") return (value as readonly Window[]).map(({ from, until, places }) => `${from}..${until}=${places}`);
  return value as CsvCell;
}

interface Window {
  readonly from: string;
  readonly until: string;
  readonly places?: number;
}

function choiceText(choice: unknown): string | null {
  if (choice === undefined) return null;
  if (typeof choice === "string") return choice;
  if (Array.isArray(choice)) return choice.join("+");
  const { missions, travelHours } = choice as { readonly missions: readonly string[]; readonly travelHours?: number | null };
  return missions.join("+") + (travelHours ? `@${String(travelHours).replace(".", ",")}` : "");
}
