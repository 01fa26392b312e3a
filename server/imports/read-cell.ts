import { parseDay } from "../../engine/domain/calendar.ts";
import type { ColumnKind } from "./columns.ts";
import type { Cell } from "./table.ts";

/** What a cell means, as the round's JSON has it; or what kind of thing it should have been. */
export type CellRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly kind: string; readonly example: string };

/** Reads a cell that is not empty. What the schema of the round can say about the value is left to it. */
export function readCell(kind: ColumnKind, cell: Cell): CellRead {
  switch (kind) {
    case "text":
    case "category":
      return { ok: true, value: textOf(cell) };
    case "day":
      return readOr(dayOf(cell), "day", "2026-10-05 or 05/10/2026");
    case "number":
      return readOr(numberOf(cell), "number", "7 or 7,6");
    case "truth":
      return readOr(truthOf(cell), "yes or no", "true, oui, ja, x or false, non, nee, nein");
    case "list":
      return { ok: true, value: listOf(cell) };
    case "windows":
      return readOr(windowsOf(cell), "list of periods", "2026-12-01..2027-02-28 | 2027-07-01..2027-08-31");
    case "occupied":
      return readOr(occupiedOf(cell), "list of periods with places", "2026-06-01..2026-11-30=2");
    case "choice":
      return readOr(choiceOf(cell), "mission or pair of missions", "m1, m1+m2, or m1+m2@2 with two hours of travel");
  }
}

function readOr(value: unknown, kind: string, example: string): CellRead {
  return value === null ? { ok: false, kind, example } : { ok: true, value };
}

/** A text as typed; the apostrophe that keeps a spreadsheet from running it as a formula, signs of full width included, is taken away. */
function textOf(cell: Cell): string {
  if (cell instanceof Date) return isoDay(cell);
  const text = String(cell ?? "").trim();
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? text.slice(1) : text;
}

function isoDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** `2026-10-05`, or the Belgian orders `05/10/2026`, `5-10-2026`, `5.10.2026`: the day always before the month. */
function dayOf(cell: Cell): string | null {
  const text = textOf(cell);
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso =
    year === "" ? text.replace(/T00:00:00(\.000)?Z?$/, "") : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(iso) === null ? null : iso;
}

/** `7,6`, `7.6`, `1 234,5` and `1.234,5`; a comma or point alone is the decimal one. */
function numberOf(cell: Cell): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  const text = textOf(cell).replaceAll(/[\s\u00A0\u202F]/g, "");
  const plain = /^-?\d{1,3}(\.\d{3})+,\d+$/.test(text) ? text.replaceAll(".", "") : text;
  return /^-?\d{1,15}([.,]\d{1,15})?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}

const YES = new Set("true 1 yes y oui o vrai ja j waar wahr x".split(" "));
const NO = new Set("false 0 no n non faux nee nein onwaar falsch".split(" "));

function truthOf(cell: Cell): boolean | null {
  const text = textOf(cell).toLowerCase();
  if (YES.has(text)) return true;
  return NO.has(text) ? false : null;
}

/** Entries between `|`, or where there is none between `,` or `;`. */
function listOf(cell: Cell): string[] {
  const text = textOf(cell);
  const separator = text.includes("|") ? "|" : /[,;]/;
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

function windowsOf(cell: Cell): { from: string; until: string }[] | null {
  const windows = listOf(cell).map((entry) => {
    const [first = "", second = "", ...more] = entry.split("..");
    const [from, until] = [dayOf(first), dayOf(second)];
    return from === null || until === null || more.length > 0 ? null : { from, until };
  });
  return windows.every((window) => window !== null) ? windows : null;
}

function occupiedOf(cell: Cell): { from: string; until: string; places: number }[] | null {
  const entries = listOf(cell).map((entry) => {
    const [window = "", count = "", ...more] = entry.split("=");
    const [period] = windowsOf(window) ?? [];
    const places = numberOf(count);
    return period === undefined || places === null || more.length > 0 ? null : { ...period, places };
  });
  return entries.every((entry) => entry !== null) ? entries : null;
}

function choiceOf(cell: Cell): string | string[] | { missions: string[]; travelHours: number } | null {
  const [named = "", hours, ...more] = textOf(cell).split("@");
  const missions = named.split("+").map((id) => id.trim());
  if (missions.includes("") || missions.length > 2 || more.length > 0) return null;
  if (hours === undefined) return missions.length === 2 ? missions : (missions[0] ?? null);
  const travelHours = numberOf(hours.trim());
  return missions.length === 2 && travelHours !== null ? { missions, travelHours } : null;
}
