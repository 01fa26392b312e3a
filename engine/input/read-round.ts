import { findMunicipality } from "../domain/belgium/municipality.ts";
import { findProvince } from "../domain/belgium/province.ts";

import { type Day, type Period, parseDay } from "../domain/calendar.ts";
import type { Policy } from "../domain/policy.ts";
import type { Candidate, Choice, Host, Limits, Member, Mission, Pin, Promotion, Round, Zone } from "../domain/round.ts";
import { type CanonicalRound, pinText, roundHash } from "./canonical-round.ts";
import { NOWHERE, readPlace } from "./read-place.ts";
import type {
  CandidateJson,
  ChoiceJson,
  HostJson,
  MemberJson,
  MissionJson,
  PinJson,
  PromotionJson,
  RoundJson,
} from "./round-schema.ts";

/** Limits of a round that gives none: a minute, one thread, and a step budget a national year stays well below. */
export const DEFAULT_LIMITS: Limits = { seconds: 60, threads: 2, steps: 2_000_000 };
/** Working time of a mission that does not say (Art. 22 §1, 2°-3°): the most the law allows, so no pair is shown to fit. */
export const DEFAULT_HOURS = { perWeek: 28, perDay: 9 } as const;

/**
 * The round the engine works on, out of one in which no error was found: defaults filled in, days counted, places looked up.
 * `pinPaths` gives the place of each pin as given, by its canonical text.
 */
export function readRound(
  given: CanonicalRound,
  limits: RoundJson["limits"],
  policy: Policy,
  pinPaths: ReadonlyMap<string, string>,
): Round {
  const hosts = given.hosts.map(readHost);
  const places = new Map(hosts.map((host) => [host.id, host.place]));
  const promotions = given.promotions.map(readPromotion);
  const firstStart = promotions.reduce((first, promotion) => Math.min(first, promotion.start), Number.POSITIVE_INFINITY);
  const fallbackStart = Number.isFinite(firstStart) ? firstStart : 0;
  return {
    id: given.id,
    hash: roundHash(given),
    profile: given.profile,
    hosts,
    missions: given.missions.map((mission) => readMission(mission, places.get(mission.host) ?? NOWHERE)),
    promotions,
    candidates: given.candidates.map((candidate) => readCandidate(candidate, fallbackStart)),
    pins: (given.pins ?? []).map((pin) => readPin(pin, pinPaths.get(pinText(pin)) ?? "/pins")),
    published: given.published ?? [],
    policy,
    seed: given.seed ?? given.id,
    limits: {
      seconds: limits?.seconds ?? DEFAULT_LIMITS.seconds,
      threads: limits?.threads ?? DEFAULT_LIMITS.threads,
      steps: limits?.steps ?? DEFAULT_LIMITS.steps,
    },
  };
}

/** The weekly hours a pair of missions and the travel between them may take are counted from this form. */
export function readChoice(given: ChoiceJson): Choice {
  if (typeof given === "string") return { missions: [given], travelHours: 0 };
  if ("missions" in given) return { missions: given.missions, travelHours: given.travelHours ?? 0 };
  return { missions: given, travelHours: 0 };
}

function readHost(given: HostJson): Host {
  return {
    id: given.id,
    place: readPlace(given) ?? NOWHERE,
    places: given.places ?? null,
    approved: readPeriod(given.approvedFrom, given.approvedUntil),
    unavailable: (given.unavailable ?? []).map(({ from, until }) => readPeriod(from, until)),
    offers: asSet(given.offers),
  };
}

function readMission(given: MissionJson, hostPlace: Mission["place"]): Mission {
  return {
    id: given.id,
    host: given.host,
    places: given.places,
    place: readPlace(given) ?? hostPlace,
    open: readPeriod(given.from, given.until),
    occupied: (given.occupied ?? []).map(({ from, until, places }) => ({ ...readPeriod(from, until), places })),
    hoursPerWeek: given.hoursPerWeek ?? DEFAULT_HOURS.perWeek,
    hoursPerDay: given.hoursPerDay ?? DEFAULT_HOURS.perDay,
    domain: given.domain ?? null,
    languages: asSet(given.languages),
    offers: asSet(given.offers),
    reservedFor: given.reservedFor ?? null,
  };
}

function readPromotion(given: PromotionJson): Promotion {
  return {
    id: given.id,
    zone: readZone(given.zone ?? {}),
    start: readDay(given.start) ?? 0,
    end: readDay(given.end) ?? 0,
    minSize: given.minSize ?? 0,
    maxSize: given.maxSize,
    keepFree: given.keepFree ?? 0,
    mustHold: given.mustHold ?? false,
    members: (given.members ?? []).map(readMember),
  };
}

/** Old and new codes of one municipality, and a province named in two languages, are one entry. */
function readZone(given: NonNullable<PromotionJson["zone"]>): Zone {
  return {
    municipalities: asSet(given.municipalities?.map((nis) => findMunicipality(nis)?.nis ?? nis)),
    provinces: asSet(given.provinces?.map((name) => findProvince(name) ?? name)),
    regions: asSet(given.regions),
    languageAreas: asSet(given.languageAreas),
  };
}

function readMember(given: MemberJson): Member {
  return {
    candidate: given.candidate,
    missions: given.missions ?? [],
    region: given.region ?? null,
    missionRegion: given.missionRegion ?? null,
    attributes: given.attributes ?? {},
  };
}

/**
 * Where the profile asks for no chosen date, one that is absent is the first start of the round and the candidate is available
 * on any date; else nobody starts before the date chosen unless `earliest` says so (Art. 2, 2°; 23 §3).
 */
function readCandidate(given: CandidateJson, fallbackStart: Day): Candidate {
  const chosen = readDay(given.chosenStart);
  return {
    id: given.id,
    birthDate: readDay(given.birthDate),
    residence: readPlace(given),
    languages: asSet(given.languages),
    chosenStart: chosen ?? fallbackStart,
    available: {
      from: readDay(given.earliest) ?? chosen ?? Number.NEGATIVE_INFINITY,
      until: readDay(given.latest) ?? Number.POSITIVE_INFINITY,
    },
    choices: given.choices.map(readChoice),
    attributes: given.attributes ?? {},
    needs: asSet(given.needs),
    record: given.record ?? "clear",
    served: given.served ?? false,
    reserveSince: readDay(given.reserveSince),
    deferrals: given.deferrals ?? 0,
  };
}

function readPin(given: PinJson, path: string): Pin {
  const { candidate } = given;
  if ("outcome" in given) return { candidate, path, kind: "reserve" };
  if ("not" in given) {
    const { promotion, missions } = given.not;
    return { candidate, path, kind: "forbid", promotion: promotion ?? null, missions: missions ?? null };
  }
  return { candidate, path, kind: "place", promotion: given.promotion, missions: given.missions ?? null };
}

function readDay(text: string | null | undefined): Day | null {
  return typeof text === "string" ? parseDay(text) : null;
}

function readPeriod(from: string | null | undefined, until: string | null | undefined): Period {
  return { from: readDay(from) ?? Number.NEGATIVE_INFINITY, until: readDay(until) ?? Number.POSITIVE_INFINITY };
}

/** Sorted by code units, none twice. */
function asSet(texts: readonly string[] | null | undefined): string[] {
  return [...new Set(texts)].sort();
}
