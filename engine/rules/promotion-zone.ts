import type { Place, Zone } from "../domain/round.ts";
import type { Rule } from "./rule.ts";

function lies(place: Place, zone: Zone): boolean {
  return (
    (place.municipality !== null && zone.municipalities.includes(place.municipality)) ||
    (place.province !== null && zone.provinces.includes(place.province)) ||
    zone.regions.includes(place.region) ||
    zone.languageAreas.includes(place.languageArea)
  );
}

/** Art. 23 §2: the mission lies in the promotion's zone, the union of the zone's lists; of a pair, both do. */
export const promotionZone: Rule = {
  id: "promotion-zone",
  forbids: ({ promotion, missions }) => missions.some((mission) => !lies(mission.place, promotion.zone)),
};
