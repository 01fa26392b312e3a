import type { Region } from "../domain/round.ts";
import { memberRegion, regionOf } from "./abroad.ts";
import { type Band, bandAround, clipped, distance } from "./band.ts";
import { type Casefile, groupBy } from "./casefile.ts";

/** The citizens counted in one Region, against its band where it has a target. */
export interface RegionShare {
  readonly region: Region;
  readonly placed: number;
  /** Everything is lawful ([0, all counted]) where there is no target. */
  readonly band: Band;
  readonly deviation: number;
}

/** How many are counted in each Region: this round's placements, under `count: in-service` also members whose Region is known. */
export function regionCounts(casefile: Casefile): Map<Region, number> {
  const { policy, promotions } = casefile.round;
  const members = policy.regionalBalance?.count === "in-service" ? promotions.flatMap((promotion) => promotion.members) : [];
  const served = [...casefile.services.map(regionOf), ...members.map((member) => memberRegion(member, casefile))];
  const known = served.filter((region) => region !== null);
  return new Map([...groupBy(known, (region) => region)].map(([region, here]) => [region, here.length]));
}

/** Art. 4 §1, 1°: every Region with a target or anybody counted; the band is of all who are counted. */
export function regionShares(casefile: Casefile, counts: ReadonlyMap<Region, number> = regionCounts(casefile)): RegionShare[] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const balance = casefile.round.policy.regionalBalance;
  const targets = new Map(Object.entries(balance?.targets ?? {}));
  return [...new Set([...targets.keys(), ...counts.keys()])].map((region) => {
    const placed = counts.get(region) ?? 0;
    const target = targets.get(region);
    const band: Band =
      target === undefined || balance === null ? [0, all] : clipped(bandAround(target, balance.tolerance, all), all);
    return { region, placed, band, deviation: distance(placed, band) };
  });
}
