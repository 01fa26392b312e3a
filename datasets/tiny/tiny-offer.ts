import { addMonths, formatDay } from "../../engine/domain/calendar.ts";
import type { HostJson, MemberJson, MissionJson, PromotionJson } from "../../engine/input/round-schema.ts";
import { dayOf } from "../generator/horizon.ts";
import { type Random, weighKeys } from "../generator/random.ts";

/** One town in each Region and language area. */
export const TOWNS = [
  { municipality: "62063", region: "WAL", province: "Liège", languageArea: "fr" },
  { municipality: "21004", region: "BRU", province: null, languageArea: "bi" },
  { municipality: "11002", region: "VLG", province: "Antwerpen", languageArea: "nl" },
  { municipality: "63023", region: "WAL", province: "Liège", languageArea: "de" },
] as const;

type Town = (typeof TOWNS)[number];
type Zone = NonNullable<PromotionJson["zone"]>;

/** Accommodations that hosts and missions offer and candidates need. */
export const TINY_NEEDS = ["quiet-room", "wheelchair-access"];

/** The first two overlap in any case; the third does when the first lasts longer than seven months. */
const STARTS = ["2026-10-05", "2026-11-02", "2027-05-03"];

/** Two or three hosts in different towns; some full, closing or unavailable for a while. */
export function drawTinyHosts(random: Random): HostJson[] {
  return random
    .shuffled(TOWNS)
    .slice(0, random.whole(2, 3))
    .map(({ municipality }, index) => ({
      id: `h${index + 1}`,
      municipality,
      ...(random.chance(25) && { places: random.whole(1, 2) }),
      approvedFrom: random.chance(6) ? "2026-10-20" : "2025-01-01",
      ...(random.chance(6) && { approvedUntil: "2027-06-30" }),
      ...(random.chance(8) && { unavailable: [{ from: "2027-05-01", until: "2027-06-15" }] }),
      ...(random.chance(30) && { offers: [random.pick(TINY_NEEDS)] }),
    }));
}

/** Two to four missions of one or two places, half-time ones among them. */
export function drawTinyMissions(random: Random, hosts: readonly HostJson[]): MissionJson[] {
  return Array.from({ length: random.whole(2, 4) }, (_, index) => {
    const places = random.pick([0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
    return {
      id: `m${index + 1}`,
      host: random.pick(hosts).id,
      places,
      ...(random.chance(10) && { municipality: random.pick(TOWNS).municipality }),
      ...(random.chance(6) && { from: "2026-11-01" }),
      ...(random.chance(6) && { until: "2027-10-31" }),
      ...(places > 0 && random.chance(15) && { occupied: [drawOccupied(random)] }),
      hoursPerWeek: random.pick([12, 14, 16, 28]),
      hoursPerDay: 7,
      languages: random.pick([[], [], [], ["fr"], ["fr"], ["nl"], ["fr", "nl"]]),
      ...(random.chance(15) && { offers: [random.pick(TINY_NEEDS)] }),
    };
  });
}

/** Ends on the day the first promotion starts, or after. */
function drawOccupied(random: Random): { from: string; until: string; places: number } {
  return { from: "2026-06-01", until: random.pick(["2026-10-05", "2026-11-30"]), places: 1 };
}

/** One to three promotions with few seats; members, seats kept free and sizes that must hold here and there. */
export function drawTinyPromotions(random: Random, missions: readonly MissionJson[]): PromotionJson[] {
  const starts = random
    .shuffled(STARTS)
    .slice(0, random.pick([1, 2, 2, 3, 3]))
    .sort();
  return starts.map((start, index) => {
    const maxSize = random.whole(1, 4);
    const members = random.chance(25) ? random.whole(1, Math.min(2, maxSize)) : 0;
    return {
      id: `p${index + 1}`,
      zone: drawZone(random),
      start,
      end: formatDay(addMonths(dayOf(start), random.pick([6, 6, 6, 7, 9, 12])) - 1),
      minSize: Math.min(maxSize, random.pick([0, 0, 1, 2, 2, 3])),
      maxSize,
      ...(random.chance(15) && { keepFree: 1 }),
      ...(random.chance(8) && { mustHold: true }),
      members: Array.from({ length: members }, (_, number) => drawTinyMember(random, `c${index + 1}${number + 1}0`, missions)),
    };
  });
}

/** Sex, education and the age bracket, uneven. */
export function drawTinyAttributes(random: Random): Record<string, string> {
  return {
    sex: random.draw(weighKeys({ F: 60, M: 40 })),
    education: random.draw(weighKeys({ low: 40, higher: 60 })),
    age: random.pick(["18-19", "20-21", "22-23", "24-25"]),
  };
}

function drawTinyMember(random: Random, candidate: string, missions: readonly MissionJson[]): MemberJson {
  const known = random.chance(50);
  return {
    candidate,
    missions: known ? [random.pick(missions).id] : ["m-closed"],
    ...(random.chance(70) && { region: random.pick(TOWNS).region }),
    ...(!known && random.chance(50) && { missionRegion: random.pick(TOWNS).region }),
    attributes: drawTinyAttributes(random),
  };
}

function drawZone(random: Random): Zone {
  const [first, second] = random.shuffled(TOWNS);
  const town = first ?? TOWNS[0];
  const other = second ?? TOWNS[1];
  switch (random.whole(0, 8)) {
    case 0:
      return { municipalities: [town.municipality, other.municipality] };
    case 1:
      return { regions: [...new Set([town.region, other.region])] };
    case 2:
      return { provinces: ["Luik"], languageAreas: [town.languageArea] };
    default:
      return { regions: ["BRU", "VLG", "WAL"] };
  }
}

/** Whether a town lies in a zone drawn here. */
export function liesIn(town: Town, zone: Zone): boolean {
  const has = (list: readonly string[] | null | undefined, entry: string) => list?.includes(entry) ?? false;
  return (
    has(zone.municipalities, town.municipality) ||
    has(zone.regions, town.region) ||
    has(zone.languageAreas, town.languageArea) ||
    (town.province === "Liège" && has(zone.provinces, "Luik"))
  );
}
