import { readFileSync } from "node:fs";
import { addMonths, formatDay, parseDay } from "../engine/domain/calendar.ts";
import type { RoundJson } from "../engine/input/round-schema.ts";

/** A shipped round with its size. */
export interface DemoRound {
  readonly id: string;
  readonly description: string;
  readonly candidates: number;
  readonly missions: number;
  readonly hosts: number;
  readonly promotions: number;
  /** The round as JSON text. */
  readonly text: string;
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  tiny: "Six candidates, two promotions: a round to read",
  intake: "A synthetic intake",
  "national-year": "A synthetic year of the national service",
};

/** The rounds in `datasets/rounds`, read once at the start. */
export function readDemoRounds(): ReadonlyMap<string, DemoRound> {
  return new Map(Object.entries(DESCRIPTIONS).map(([id, description]) => [id, readDemoRound(id, description)]));
}

function readDemoRound(id: string, description: string): DemoRound {
  const text = readFileSync(new URL(`../datasets/rounds/${id}.json`, import.meta.url), "utf8");
  const round: RoundJson = JSON.parse(text);
  return {
    id,
    description,
    candidates: round.candidates.length,
    missions: round.missions.length,
    hosts: round.hosts.length,
    promotions: round.promotions.length,
    text,
  };
}

/** The fields of a round that hold a day. */
const DAYS: ReadonlySet<string> = new Set(
  "approvedFrom approvedUntil from until start end birthDate chosenStart earliest latest reserveSince".split(" "),
);
const MONTHS_PER_YEAR = 12;

/**
 * A round with every day moved on by as many whole years as its first promotion needs to start after a day: lengths of service and ages stay
 * what the law asks for.
 */
export function startingAfter(text: string, after: string): string {
  const { promotions }: RoundJson = JSON.parse(text);
  const first = promotions.map(({ start }) => start).sort()[0];
  if (first === undefined) return text;
  let years = 0;
  while (inYears(first, years) <= after && years < MOST_YEARS) years += 1;
  return JSON.stringify(
    JSON.parse(text, (key, value: unknown) => (typeof value === "string" && DAYS.has(key) ? inYears(value, years) : value)),
  );
}

/** The last year that a day is read in. */
const MOST_YEARS = 150;

function inYears(day: string, years: number): string {
  return formatDay(addMonths(parseDay(day) ?? 0, MONTHS_PER_YEAR * years));
}
