import { MUNICIPALITIES, type Municipality } from "../../engine/domain/belgium/municipality.ts";
import { formatDay } from "../../engine/domain/calendar.ts";
import type { HostJson, MissionJson } from "../../engine/input/round-schema.ts";
import { type Area, areaOf } from "./areas.ts";
import { dayOf, FIRST_DAY } from "./horizon.ts";
import type { Knobs } from "./knobs.ts";
import type { Person } from "./people.ts";
import { type Random, type Weighted, weigh, weighKeys } from "./random.ts";

/** A mission with its host and area; `free` counts places that nobody serves at when the round begins. */
export interface OfferedMission {
  readonly mission: MissionJson;
  readonly host: OfferedHost;
  readonly area: Area;
  /** Fits with another in a pair of missions (Art. 22 §3), and is too short to be chosen alone. */
  readonly partTime: boolean;
  free: number;
}

interface OfferedHost {
  readonly host: HostJson;
  readonly municipality: Municipality;
  free: number;
}

/** Coded accommodations, from the disabilities and situations that hosts are asked about most. */
export const ACCOMMODATIONS = [
  "adapted-hours",
  "plain-language",
  "quiet-room",
  "sign-language",
  "step-free",
  "wheelchair-access",
];

const DOMAINS = weighKeys({
  // Art. 8 §2, 2°; weights assumed
  "social-action": 30,
  environment: 16,
  culture: 14,
  health: 10,
  sport: 7,
  "civil-protection": 2,
  education: 14,
  heritage: 4,
  "development-cooperation": 2,
  justice: 1,
});

const BY_INHABITANTS = weigh(MUNICIPALITIES, ({ inhabitants2020 }) => inhabitants2020);

const LANGUAGES: Readonly<Record<string, Weighted<string>>> = {
  // work that needs no particular language: a quarter
  nl: weighKeys({ nl: 75, "": 25 }),
  fr: weighKeys({ fr: 75, "": 25 }),
  de: weighKeys({ de: 50, "de fr": 15, fr: 15, "": 20 }),
  bi: weighKeys({ fr: 50, nl: 10, "fr nl": 12, "": 28 }),
};

/** Hosts and their missions, `target` missions or a few more, where inhabitants and applicants are. */
export function drawOffer(random: Random, knobs: Knobs, target: number, applicants: readonly Person[]): OfferedMission[] {
  const count = weighKeys(knobs.missionsPerHost);
  const places = weighKeys(knobs.places);
  const offer: OfferedMission[] = [];
  for (let number = 1; offer.length < target; number += 1) {
    const municipality = random.chance(knobs.hostsByInhabitants) ? random.draw(BY_INHABITANTS) : random.pick(applicants).home;
    const missions = Array.from({ length: Number(random.draw(count)) }, (_, index) =>
      drawMission(random, missionId(offer.length + index + 1), hostId(number), municipality, Number(random.draw(places))),
    );
    const json = drawHost(random, number, municipality, missions);
    const taken = missions.reduce((sum, mission) => sum + occupiedPlaces(mission), 0);
    const host: OfferedHost = { host: json, municipality, free: (json.places ?? total(missions)) - taken };
    for (const mission of missions) {
      const partTime = (mission.hoursPerWeek ?? 28) < 20;
      offer.push({ mission, host, area: areaOf(municipality), partTime, free: mission.places - occupiedPlaces(mission) });
    }
  }
  return offer;
}

/** The id of the `number`th mission. */
export const missionId = (number: number): string => `m${String(number).padStart(4, "0")}`;
const hostId = (number: number): string => `h${String(number).padStart(4, "0")}`;
const total = (missions: readonly MissionJson[]): number => missions.reduce((sum, { places }) => sum + places, 0);
const occupiedPlaces = (mission: MissionJson): number => (mission.occupied ?? []).reduce((sum, { places }) => sum + places, 0);

function drawHost(random: Random, number: number, municipality: Municipality, missions: readonly MissionJson[]): HostJson {
  const approvedFrom = formatDay(dayOf("2024-09-01") + random.whole(0, 600));
  const taken = missions.reduce((sum, mission) => sum + occupiedPlaces(mission), 0);
  const fewer = total(missions) - 1;
  const capped = missions.length > 1 && fewer >= taken && random.chance(25);
  return {
    id: hostId(number),
    municipality: municipality.nis,
    ...(capped && { places: fewer }),
    approvedFrom,
    ...(random.chance(5) && { approvedUntil: formatDay(FIRST_DAY + random.whole(240, 600)) }),
    ...(random.chance(5) && { unavailable: [drawPeriod(random, FIRST_DAY, 240, 21, 60)] }),
    offers: ACCOMMODATIONS.filter(() => random.chance(20)),
  };
}

function drawMission(random: Random, id: string, host: string, municipality: Municipality, places: number): MissionJson {
  const partTime = random.chance(4);
  const languages = random.draw(LANGUAGES[municipality.languageArea] ?? weighKeys({ "": 1 }));
  // a service that began before the round and ends in it
  const occupied = random.chance(12) && [
    { ...drawPeriod(random, FIRST_DAY - 180, 120, 181, 181), places: random.whole(1, places) },
  ];
  return {
    id,
    host,
    places,
    ...(random.chance(5) && { from: formatDay(FIRST_DAY + random.whole(0, 120)) }),
    ...(random.chance(5) && { until: formatDay(FIRST_DAY + random.whole(240, 600)) }),
    ...(occupied && { occupied }),
    hoursPerWeek: partTime ? random.whole(12, 13) : random.pick([24, 26, 28, 28, 28, 28, 28, 28]),
    hoursPerDay: partTime ? 6 : random.pick([7, 7, 7, 8]),
    domain: random.draw(DOMAINS),
    languages: languages === "" ? [] : languages.split(" "),
  };
}

/** A period that begins within `spread` days from `first` and has `shortest` to `longest` days. */
function drawPeriod(
  random: Random,
  first: number,
  spread: number,
  shortest: number,
  longest: number,
): { from: string; until: string } {
  const from = first + random.whole(0, spread);
  return { from: formatDay(from), until: formatDay(from + random.whole(shortest, longest) - 1) };
}
