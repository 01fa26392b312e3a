import { parseDay } from "../../engine/domain/calendar.ts";
import type { Policy } from "../../engine/domain/policy.ts";
import type { Candidate, Host, Mission, Pin, Place, Placement, Promotion, Round } from "../../engine/domain/round.ts";
import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";

export function day(iso: string): number {
  const parsed = parseDay(iso);
  if (parsed === null) throw new Error(`${iso} is no day`);
  return parsed;
}

export const ALWAYS = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

export const LIEGE: Place = { municipality: "62063", province: "Luik", region: "WAL", languageArea: "fr" };
export const EUPEN: Place = { municipality: "63023", province: "Luik", region: "WAL", languageArea: "de" };
export const GENT: Place = { municipality: "44021", province: "Oost-Vlaanderen", region: "VLG", languageArea: "nl" };
export const BRUSSELS: Place = { municipality: "21004", province: null, region: "BRU", languageArea: "bi" };

export function host(id: string, over: Partial<Host> = {}): Host {
  return { id, place: LIEGE, places: null, approved: ALWAYS, unavailable: [], offers: [], ...over };
}

export function mission(id: string, over: Partial<Mission> = {}): Mission {
  return {
    id,
    host: "h1",
    places: 2,
    place: LIEGE,
    open: ALWAYS,
    occupied: [],
    hoursPerWeek: 28,
    hoursPerDay: 7,
    domain: null,
    languages: ["fr"],
    offers: [],
    reservedFor: null,
    ...over,
  };
}

/** Six months from a start on the first of a month; everywhere in Belgium; one to ten citizens. */
export function promotion(id: string, start = "2026-10-01", over: Partial<Promotion> = {}): Promotion {
  return {
    id,
    zone: { municipalities: [], provinces: [], regions: ["WAL", "VLG", "BRU"], languageAreas: [] },
    start: day(start),
    end: day(start) + 181,
    minSize: 1,
    maxSize: 10,
    keepFree: 0,
    mustHold: false,
    members: [],
    ...over,
  };
}

export function member(candidate: string, over: Partial<Promotion["members"][number]> = {}): Promotion["members"][number] {
  return { candidate, missions: [], region: null, missionRegion: null, attributes: {}, ...over };
}

/** Twenty years old, of Liège, speaking French, available from 1 October 2026 on, for the missions given. */
export function candidate(
  id: string,
  choices: readonly (string | readonly string[])[] = ["m1"],
  over: Partial<Candidate> = {},
): Candidate {
  return {
    id,
    birthDate: day("2006-03-14"),
    residence: LIEGE,
    languages: ["fr"],
    chosenStart: day("2026-10-01"),
    available: { from: day("2026-10-01"), until: Number.POSITIVE_INFINITY },
    choices: choices.map((choice) => ({ missions: typeof choice === "string" ? [choice] : choice, travelHours: 0 })),
    attributes: { sex: "F", education: "low", age: "20-21" },
    needs: [],
    record: "clear",
    served: false,
    reserveSince: null,
    deferrals: 0,
    ...over,
  };
}

/** The Belgian defaults without composition targets and with idle seats allowed: each test puts in what it is about. */
const PLAIN: Policy = {
  ...be20240515.defaults,
  regionalBalance: null,
  representativeness: null,
  crossRegion: null,
  lowSkilled: null,
  deferralGround: "composition",
  tiers: [{ objectives: ["placed"], weights: [1], allowance: { absolute: 0 } }],
};

/** One host h1 and one mission m1 in Liège, promotion p1 on 1 October and p2 on 1 December 2026, candidate c1. */
export function round(over: Partial<Omit<Round, "policy">> = {}, policy: Partial<Policy> = {}): Round {
  return {
    id: "r",
    hash: "sha256:0",
    profile: "be-2024-05-15",
    hosts: [host("h1")],
    missions: [mission("m1")],
    promotions: [promotion("p1"), promotion("p2", "2026-12-01")],
    candidates: [candidate("c1")],
    pins: [],
    published: [],
    seed: "r/1",
    limits: { seconds: 60, steps: 1000, threads: 1 },
    ...over,
    policy: { ...PLAIN, ...policy },
  };
}

/** `at("c1", "p1", "m1")`; two missions for a pair. */
export function at(candidateId: string, promotionId: string, ...missions: string[]): Placement {
  return { candidate: candidateId, promotion: promotionId, missions };
}

export function pin(
  over: { candidate: string } & (
    | { kind: "reserve" }
    | { kind: "place"; promotion: string; missions: string[] | null }
    | { kind: "forbid"; promotion: string | null; missions: string[] | null }
  ),
): Pin {
  return { path: "/pins/0", ...over };
}
