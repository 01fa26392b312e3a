import type { Place, Zone } from "../../domain/round.ts";
import type { AssignmentRule } from "../check.ts";

function liesIn(place: Place, zone: Zone): boolean {
  return (
    zone.regions.includes(place.region) ||
    zone.languageAreas.includes(place.languageArea) ||
    (place.province !== null && zone.provinces.includes(place.province)) ||
    (place.municipality !== null && zone.municipalities.includes(place.municipality))
  );
}

/** Art. 23 §2: the citizens of a promotion serve in its geographic zone; both missions of a pair lie in it. */
export const promotionZone: AssignmentRule = {
  holds: ({ missions }, promotion) => missions.every((mission) => liesIn(mission.place, promotion.zone)),
  breach: "the mission lies outside the promotion's zone",
};
