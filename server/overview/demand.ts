import { type Arc, at, type Instance } from "../../engine/model/instance.ts";
import type { Overview } from "../schemas/overview.ts";

type Counted = Pick<Overview, "missions" | "zones" | "regions">;

/** Who asks for what: eligible candidates per mission, zone and Region, against its places or seats. */
export function demandOf(instance: Instance): Counted {
  const { round } = instance;
  const atMission = countBy(instance, ({ missions }) => missions);
  return {
    missions: round.missions.map(({ id, host, place, places }, m) => ({
      id,
      host,
      region: place.region,
      province: place.province,
      places,
      ...atMission(m),
    })),
    zones: zonesOf(instance),
    regions: regionsOf(instance),
  };
}

type Count = Pick<Overview["regions"][number], "first" | "candidates">;
const NOBODY: Count = { first: 0, candidates: 0 };

/** Per key, the candidates with an arc under it, and those of them whose first choice is one. */
function countBy<Key>({ arcs }: Instance, keysOf: (arc: Arc) => readonly Key[]): (key: Key) => Count {
  const people = new Map<Key, { readonly all: Set<number>; readonly first: Set<number> }>();
  for (const arc of arcs) {
    for (const key of keysOf(arc)) {
      const counted = people.get(key) ?? { all: new Set(), first: new Set() };
      people.set(key, counted);
      counted.all.add(arc.candidate);
      if (arc.choice === 0) counted.first.add(arc.candidate);
    }
  }
  return (key) => {
    const counted = people.get(key);
    return counted === undefined ? NOBODY : { first: counted.first.size, candidates: counted.all.size };
  };
}

function zonesOf(instance: Instance): Overview["zones"] {
  const { promotions } = instance.round;
  const indexes = promotions.map((_, p) => p);
  const zoneOf = promotions.map(({ zone }) => JSON.stringify(zone));
  const inZone = countBy(instance, ({ promotion }) => [at(zoneOf, promotion)]);
  const groups = Map.groupBy(indexes, (p) => at(zoneOf, p));
  return [...groups].map(([zone, group]) => ({
    promotions: group.map((p) => at(promotions, p).id),
    zone: at(promotions, at(group, 0)).zone,
    seats: group.reduce((sum, p) => sum + at(instance.seats, p).free, 0),
    ...inZone(zone),
  }));
}

function regionsOf(instance: Instance): Overview["regions"] {
  const { missions, policy } = instance.round;
  const targets = Object.keys(policy.regionalBalance?.targets ?? {});
  const regions = [...new Set([...targets, ...missions.map(({ place }) => place.region)])].sort();
  const inRegion = countBy(instance, ({ region }) => [region]);
  return regions.map((region) => ({
    region,
    places: missions.filter(({ place }) => place.region === region).reduce((sum, { places }) => sum + places, 0),
    ...inRegion(region),
  }));
}
