import type { RegionResult } from "../../domain/result.ts";
import type { Casefile } from "../casefile.ts";
import { regionShares } from "../regions.ts";

/** Citizens counted, band and deviation of every Region with a target or anybody counted. */
export function regionFigures(casefile: Casefile): Record<string, RegionResult> {
  return Object.fromEntries(
    regionShares(casefile).map(({ region, placed, band, deviation }) => [region, { placed, band, deviation }]),
  );
}
