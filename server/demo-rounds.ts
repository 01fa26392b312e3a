import { readFileSync } from "node:fs";
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
