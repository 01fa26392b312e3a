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

/** The Region of everybody counted: this round's placements, under `count: in-service` also members whose Region is known. */
function regionsServed(casefile: Casefile): Region[] {
  const { policy, promotions } = casefile.round;
  const members = policy.regionalBalance?.count === "in-service" ? promotions.flatMap((promotion) => promotion.members) : [];
  const served = [...casefile.services.map(regionOf), ...members.map((member) => memberRegion(member, casefile))];
  return served.filter((region) => region !== null);
}

/** Art. 4 §1, 1°: every Region with a target or anybody counted; the band is of all who are counted. */
export function regionShares(casefile: Casefile): RegionShare[] {
  const served = regionsServed(casefile);
  const all = served.length;
  const perRegion = groupBy(served, (region) => region);
  const balance = casefile.round.policy.regionalBalance;
  const targets = new Map(Object.entries(balance?.targets ?? {}));
  return [...new Set([...targets.keys(), ...perRegion.keys()])].map((region) => {
    const placed = perRegion.get(region)?.length ?? 0;
    const target = targets.get(region);
    const band: Band =
      target === undefined || balance === null ? [0, all] : clipped(bandAround(target, balance.tolerance, all), all);
    return { region, placed, band, deviation: distance(placed, band) };
  });
}
