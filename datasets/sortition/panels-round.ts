import type { RoundJson } from "../../engine/input/round-schema.ts";
import type { Pool } from "./read-pool.ts";

/** How many panels to draw from a pool, of what size, by the quotas of which features. */
export interface PanelsQuestion {
  readonly panels: number;
  readonly size: number;
  /** Features whose quotas must be kept; default: all. */
  readonly features?: readonly string[];
}

/**
 * Disjoint panels as a round of profile `ranked-choices`: panel = promotion that must be held at exactly its size, quota = hard quota. All sit
 * at the same time, at one mission with places for everybody, which is everybody's only choice: who sits where is decided by the quotas alone.
 */
export function panelsRound(id: string, { quotas, members }: Pool, { panels, size, features }: PanelsQuestion): RoundJson {
  const asked = Map.groupBy(
    quotas.filter(({ feature }) => features === undefined || features.includes(feature)),
    ({ feature }) => feature,
  );
  return {
    schema: "round/1",
    id,
    profile: "ranked-choices",
    hosts: [{ id: "assembly" }],
    missions: [{ id: "seat", host: "assembly", places: members.length }],
    promotions: Array.from({ length: panels }, (_, index) => ({
      id: `panel${index + 1}`,
      start: "2026-09-01",
      end: "2027-02-28",
      minSize: size,
      maxSize: size,
      mustHold: true,
    })),
    candidates: members.map((member) => ({ id: member.id, choices: ["seat"], attributes: { ...member.features } })),
    policy: {
      representativeness: [...asked].map(([feature, rows]) => ({
        dimension: feature,
        quotas: Object.fromEntries(rows.map(({ value, min, max }) => [value, { min, max }])),
        mode: "hard",
      })),
      tiers: [{ objectives: ["placed"] }],
    },
  };
}
