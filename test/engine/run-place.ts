import { readFileSync } from "node:fs";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { type PlaceOutcome, place } from "../../engine/place.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";

const solver = checked(await loadHighs());

/** Parses and places a round with HiGHS; input issues come back as `bad-input`, as a caller sees them. */
export async function run(round: unknown): Promise<PlaceOutcome> {
  const parsed = parseRoundValue(round);
  if (!parsed.ok) return { status: "bad-input", issues: parsed.issues };
  const started = performance.now();
  return place(parsed.round, parsed.warnings, { solver, now: () => (performance.now() - started) / 1000 });
}

/** A shipped round as JSON. */
export function shipped(name: "tiny" | "intake" | "national-year"): RoundJson {
  return JSON.parse(readFileSync(new URL(`../../datasets/rounds/${name}.json`, import.meta.url), "utf8"));
}

/** The result of a round that is expected to be solved. */
export async function solved(round: unknown) {
  const outcome = await run(round);
  if (outcome.status !== "solved") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}
