import type { RegionalBalance } from "../../domain/policy.ts";
import { bandOf, deviationFrom } from "../band.ts";
import { at } from "../instance.ts";
import type { Tracker, Trackers } from "../tracker.ts";

/** Citizens outside the Regions' bands. */
export interface RegionTracker extends Tracker {
  deviation(): number;
}

/** Follows the number of citizens per Region with a target; the bands move with the number of placements. */
export function regionTracker(trackers: Trackers, balance: RegionalBalance): RegionTracker {
  return trackers.tracker("regions", () => {
    const { arcs, memberRegions } = trackers.instance;
    const regions = Object.keys(balance.targets).sort();
    const members = balance.count === "in-service" ? memberRegions : [];
    const counts = Int32Array.from(regions, (region) => members.filter((other) => other === region).length);
    const regionOf = Int32Array.from(arcs, ({ region }) => regions.indexOf(region));
    let total = members.length;
    const bands = new Map<number, readonly (readonly [number, number])[]>();
    const bandsAmong = (persons: number) => {
      const known =
        bands.get(persons) ?? regions.map((region) => bandOf(balance.targets[region] ?? 0, balance.tolerance, persons));
      bands.set(persons, known);
      return known;
    };
    const move = (arc: number, by: 1 | -1) => {
      total += by;
      const region = at(regionOf, arc);
      if (region >= 0) counts[region] = at(counts, region) + by;
    };
    return {
      add: (arc) => move(arc, 1),
      remove: (arc) => move(arc, -1),
      deviation: () => bandsAmong(total).reduce((sum, band, region) => sum + deviationFrom(at(counts, region), band), 0),
    };
  });
}
