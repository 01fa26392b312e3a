import type { RegionResult } from "../../domain/result.ts";
import type { Casefile } from "../casefile.ts";
import { regionShares } from "../regions.ts";

/** Placements, band and deviation of every Region with a target or a placement. */
export function regionFigures(casefile: Casefile): Record<string, RegionResult> {
  return Object.fromEntries(
    regionShares(casefile).map(({ region, placed, band, deviation }) => [region, { placed, band, deviation }]),
  );
}
