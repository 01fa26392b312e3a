import type { RoundJson } from "../engine/input/round-schema.ts";

/** The round as JSON text with one host, mission, promotion or candidate per line, so that a change of one is a change of one line. */
export function writeRound(round: RoundJson): string {
  const fields = Object.entries(round).map(([key, value]) => `  ${JSON.stringify(key)}: ${writeValue(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

function writeValue(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
}
