import type { Region } from "../domain/round.ts";
import { regionOf } from "./abroad.ts";
import { type Band, bandAround, clipped, distance } from "./band.ts";
import { type Casefile, groupBy } from "./casefile.ts";

/** The placements of this round in one Region, against its band where it has a target. */
export interface RegionShare {
  readonly region: Region;
  readonly placed: number;
  /** Everything is lawful ([0, placements]) where there is no target. */
  readonly band: Band;
  readonly deviation: number;
}

/** Art. 4 §1, 1°: every Region with a target or a placement; the band is of this round's placements. */
export function regionShares(casefile: Casefile): RegionShare[] {
  const all = casefile.services.length;
  const placements = groupBy(casefile.services, regionOf);
  const balance = casefile.round.policy.regionalBalance;
  const targets = new Map(Object.entries(balance?.targets ?? {}));
  const regions = new Set([...targets.keys(), ...placements.keys()].filter((region) => region !== null));
  return [...regions].map((region) => {
    const placed = placements.get(region)?.length ?? 0;
    const target = targets.get(region);
    const band: Band =
      target === undefined || balance === null ? [0, all] : clipped(bandAround(target, balance.tolerance, all), all);
    return { region, placed, band, deviation: distance(placed, band) };
  });
}
