import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { type BenchRecord, keyOf } from "./record.ts";

/** Where all that was measured stands, one record per line, in the order measured. */
export const RESULTS = new URL("../results.jsonl", import.meta.url).pathname;

/** Adds a record at once: a campaign that is stopped has lost nothing, and goes on where it was. */
export function appendRecord(file: string, record: BenchRecord): void {
  appendFileSync(file, `${JSON.stringify(record, shortened)}\n`);
}

/** The newest record of everything measured, by key, in the order in which the keys first came. */
export function readRecords(file: string): ReadonlyMap<string, BenchRecord> {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  return new Map(lines.map((line) => JSON.parse(line) as BenchRecord).map((record) => [keyOf(record), record]));
}

/** Six digits of a measured figure are plenty. */
function shortened(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
