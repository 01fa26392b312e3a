import type { Stage } from "../../formulate/stages.ts";
import { bandOf } from "../../model/band.ts";
import type { Gauge } from "../../model/gauge.ts";
import { at, type Instance } from "../../model/instance.ts";
import { chosenArcs, type Occupancy } from "../local/occupancy.ts";

/** What a person more on an opening costs a stage, smaller being better, as the placement stands; by opening. `null` where nothing of the kind can be said. */
export function openingCosts(instance: Instance, stage: Stage, occupancy: Occupancy): Float64Array | null {
  const costs = new Float64Array(instance.arcs.openings.count);
  const sign = stage.sense === "minimise" ? 1 : -1;
  for (const { factor, gauge } of stage.reading().terms) {
    if (gauge.kind === "sum" && gauge.marked.size === 0) {
      for (let o = 0; o < costs.length; o++) costs[o] = at(costs, o) + sign * factor * at(gauge.weights, o);
    } else if (gauge.kind === "regions") addRegions(instance, gauge, sign * factor, occupancy, costs);
    else return null;
  }
  return costs;
}

/** A person more in a Region above its band is one more outside it, in a Region below one less. */
function addRegions(
  instance: Instance,
  { balance }: Extract<Gauge, { kind: "regions" }>,
  factor: number,
  occupancy: Occupancy,
  costs: Float64Array,
): void {
  const { arcs, memberRegions } = instance;
  const members = balance.count === "in-service" ? memberRegions : [];
  const served = [...members, ...chosenArcs(occupancy).map(arcs.regionOf)];
  const change = new Map<string, number>();
  for (const [region, target] of Object.entries(balance.targets)) {
    const count = served.filter((other) => other === region).length;
    const [lower, upper] = bandOf(target, balance.tolerance, served.length);
    change.set(region, count < lower ? -1 : count >= upper ? 1 : 0);
  }
  const { wishes, wishOf } = arcs.openings;
  const ofWish = wishes.map(({ region }) => factor * (change.get(region) ?? 0));
  for (let o = 0; o < costs.length; o++) costs[o] = at(costs, o) + at(ofWish, at(wishOf, o));
}
