import { type InputIssue, inputIssue } from "../../engine/domain/input-issue.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { CATEGORY_PREFIX, type FileName } from "./columns.ts";
import type { ImportIssue } from "./import-issue.ts";
import { type PersonalColumn, type ReadEntry, type ReadTable, readTable } from "./read-table.ts";
import type { Table } from "./table.ts";

/** Where something stands in the files; `row` 1 holds the names of the columns. */
export interface FilePlace {
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

/** An issue with its place in the files, and in the round they give (`""` where it has none there). */
export type PlacedIssue = FilePlace &
  Pick<InputIssue, "params"> & {
    readonly code: InputIssue["code"] | ImportIssue["code"];
    readonly severity: InputIssue["severity"];
    readonly path: string;
  };

/** The fields of a round that are in no file. */
export interface RoundFields {
  readonly id: string;
  readonly profile: string;
  readonly policy?: unknown;
  readonly seed?: string;
}

/** A round made of files: `readable` where every cell could be read, whatever the checks of the data then say. */
export interface Assembled {
  readonly round: Readonly<Record<string, unknown>>;
  readonly readable: boolean;
  readonly issues: readonly PlacedIssue[];
}

/** Makes a round of its files and checks it; issues of the data are traced back to file, row and column. */
export function assembleRound(fields: RoundFields, tables: ReadonlyMap<FileName, Table>): Assembled {
  const read = new Map([...tables].map(([file, table]) => [file, readTable(file, table)] as const));
  const entriesOf = (file: FileName): readonly ReadEntry[] => read.get(file)?.entries ?? [];
  const places = new Map<string, Origin>();
  const remember = (base: string, file: FileName, entry: ReadEntry) => {
    places.set(base, { file, row: entry.row, column: null, unread: entry.unread });
    for (const [below, column] of entry.columnOf)
      places.set(base + below, { file, row: entry.row, column, unread: entry.unread });
  };
  for (const file of ["hosts", "missions", "promotions", "candidates"] as const) {
    for (const [index, entry] of entriesOf(file).entries()) remember(`/${file}/${index}`, file, entry);
  }
  const { promotions, strays } = withMembers(entriesOf("promotions"), entriesOf("members"), remember);
  const round = {
    schema: "round/1",
    ...fields,
    hosts: entriesOf("hosts").map(({ value }) => value),
    missions: entriesOf("missions").map(({ value }) => value),
    promotions,
    candidates: entriesOf("candidates").map(({ value }) => value),
  };
  const unreadable = [...read.values()].flatMap(({ issues }: ReadTable) => issues.map(placedInFile));
  const parsed = parseRoundValue(round);
  const found = (parsed.ok ? parsed.warnings : parsed.issues).flatMap((issue) => placedInRound(issue, places));
  return { round, readable: unreadable.length === 0, issues: [...unreadable, ...strays, ...found] };
}

interface Origin extends FilePlace {
  readonly unread: ReadonlySet<string>;
}

/** Members stand in a file of their own, with the promotion they serve in. */
function withMembers(
  promotions: readonly ReadEntry[],
  members: readonly ReadEntry[],
  remember: (base: string, file: FileName, entry: ReadEntry) => void,
): { readonly promotions: readonly unknown[]; readonly strays: readonly PlacedIssue[] } {
  const byPromotion = Map.groupBy(members, ({ value }) => value.promotion);
  const known = new Set(promotions.map(({ value }) => value.id));
  const strays = members.flatMap(({ row, value, unread }): PlacedIssue[] => {
    if (known.has(value.promotion) || unread.has("promotion")) return [];
    const issue =
      value.promotion === undefined
        ? inputIssue("field-missing", "")
        : inputIssue("reference-unknown", "", { kind: "promotion", id: String(value.promotion) });
    return [{ ...issue, file: "members", row, column: "promotion" }];
  });
  const filled = promotions.map(({ value }, index) => {
    const own = byPromotion.get(value.id) ?? [];
    for (const [position, entry] of own.entries()) remember(`/promotions/${index}/members/${position}`, "members", entry);
    return own.length === 0 ? value : { ...value, members: own.map(({ value: { promotion: _, ...member } }) => member) };
  });
  return { promotions: filled, strays };
}

function placedInFile(issue: ImportIssue | PersonalColumn): PlacedIssue {
  return { ...issue, severity: "error", path: "" };
}

/** The nearest place above the issue's own; a missing field gets the name of its column. Nothing is said twice of an unreadable cell. */
function placedInRound(issue: InputIssue, places: ReadonlyMap<string, Origin>): PlacedIssue[] {
  for (let path = issue.path; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const origin = places.get(path);
    if (origin === undefined) continue;
    const { file, row, unread } = origin;
    const column = origin.column ?? categoryColumn(issue) ?? columnBelow(issue.path.slice(path.length));
    return column !== null && unread.has(column) ? [] : [{ ...issue, file, row, column }];
  }
  return [{ ...issue, file: null, row: null, column: null }];
}

function categoryColumn({ code, params }: InputIssue): string | null {
  return code === "category-missing" ? `${CATEGORY_PREFIX}${params.dimension}` : null;
}

/** `/zone/regions/0` stands in the column `zone.regions`. */
function columnBelow(below: string): string | null {
  const steps = below
    .split("/")
    .slice(1)
    .filter((step) => !/^\d+$/.test(step));
  return steps.length === 0 ? null : steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).join(".");
}
