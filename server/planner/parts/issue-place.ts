import type { RoundJson } from "../../../engine/input/round-schema.ts";

/** Where an issue stands, for somebody who thinks in tables: the list, the line in it, the id on that line, and the field. */
export interface IssuePlace {
  readonly list: string | null;
  /** Counted from 1. */
  readonly line: number | null;
  readonly id: string | null;
  readonly field: string;
}

/** Reads an RFC 6901 pointer into a round: `/candidates/3/choices/0` is line 4 of the candidates, field choices. */
export function placeOf(path: string, round: Partial<RoundJson> | null): IssuePlace {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const [list = "", index = ""] = steps;
  if (!/^\d+$/.test(index)) return { list: null, line: null, id: null, field: steps.join(" › ") };
  const entries: unknown = round === null ? undefined : (round as Readonly<Record<string, unknown>>)[list];
  const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : undefined;
  return { list, line: Number(index) + 1, id: idOf(entry), field: steps.slice(2).map(fromOne).join(" › ") };
}

/** Positions inside a field are counted from 1 as well. */
function fromOne(step: string): string {
  return /^\d+$/.test(step) ? String(Number(step) + 1) : step;
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== "object" || entry === null) return null;
  const { id, candidate } = entry as { readonly id?: unknown; readonly candidate?: unknown };
  if (typeof id === "string") return id;
  return typeof candidate === "string" ? candidate : null;
}
