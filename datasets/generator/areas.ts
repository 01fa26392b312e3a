import { MUNICIPALITIES, type Municipality } from "../../engine/domain/belgium/municipality.ts";
import { findProvince } from "../../engine/domain/belgium/province.ts";
import type { PromotionJson } from "../../engine/input/round-schema.ts";

/** The surroundings of an antenna of the service: where its young people live and mostly want to serve. */
export interface Area {
  readonly name: string;
  readonly regions: readonly string[];
  /** Local names; the contract takes French, Dutch and German ones. */
  readonly provinces: readonly string[];
  /** Languages a service is usually done in here. */
  readonly languages: readonly string[];
  readonly municipalities: readonly Municipality[];
}

/**
 * Six areas after the antennas (Brussels, Leuven/Antwerp, Liège, Charleroi, Namur), with every province in one. The Agency had no antenna in
 * the two Flemish provinces in the west: they form the area of Ghent. Walloon Brabant commutes to Brussels and goes with it, so that one
 * zone spans two Regions.
 */
export const AREAS: readonly Area[] = [
  area("Brussels", ["fr", "nl"], ["Brabant wallon"], ["BRU"]),
  area("Leuven/Antwerp", ["nl"], ["Antwerpen", "Vlaams-Brabant", "Limburg"]),
  area("Ghent", ["nl"], ["Oost-Vlaanderen", "West-Vlaanderen"]),
  area("Liège", ["fr"], ["Liège"]),
  area("Charleroi", ["fr"], ["Hainaut"]),
  area("Namur", ["fr"], ["Namur", "Luxembourg"]),
];

function area(name: string, languages: readonly string[], provinces: readonly string[], regions: readonly string[] = []): Area {
  const tableNames = provinces.map(findProvince);
  const municipalities = MUNICIPALITIES.filter(({ region, province }) =>
    province === null ? regions.includes(region) : tableNames.includes(province),
  );
  return { name, regions, provinces, languages, municipalities };
}

const BY_NIS = new Map(AREAS.flatMap((area) => area.municipalities.map(({ nis }) => [nis, area])));

/** The area of a municipality; every Belgian municipality is in exactly one. */
export function areaOf(municipality: Municipality): Area {
  const found = BY_NIS.get(municipality.nis);
  if (found === undefined) throw new Error(`${municipality.nis} lies in no area`);
  return found;
}

/** The zone of promotions that work in several areas (Art. 23 §2). */
export function zoneOf(areas: readonly Area[]): NonNullable<PromotionJson["zone"]> {
  const regions = areas.flatMap((area) => area.regions);
  const provinces = areas.flatMap((area) => area.provinces);
  return { ...(regions.length > 0 && { regions }), provinces };
}

/**
 * Which areas share promotions: the six apart from 12 promotions on, Brussels, Flanders and Wallonia from 6 on, the whole country below, so
 * that most zones have several promotions one after another.
 */
export function groupAreas(promotions: number): readonly (readonly Area[])[] {
  if (promotions >= 12) return AREAS.map((area) => [area]);
  if (promotions < 6) return [AREAS];
  const flanders = AREAS.filter(({ languages }) => languages.join() === "nl");
  const wallonia = AREAS.filter(({ languages }) => languages.join() === "fr");
  const brussels = AREAS.filter((area) => !flanders.includes(area) && !wallonia.includes(area));
  return [brussels, flanders, wallonia];
}
