import type { Day, Period } from "./calendar.ts";
import type { Policy } from "./policy.ts";

/** `VLG`, `WAL`, `BRU`, or another programme's own code. */
export type Region = string;
/** Language area (Art. 14 §1): `nl`, `fr`, `de`, `bi` (bilingual Brussels-Capital), or another programme's own code. Not the Region. */
export type LanguageArea = string;

/** Where a host, a mission or a person is. Outside Belgium only Region and language area are known. */
export interface Place {
  /** NIS code since 2025; codes from before the mergers are translated on reading. */
  readonly municipality: string | null;
  /** Dutch name of the province; `null` in Brussels and outside Belgium. */
  readonly province: string | null;
  readonly region: Region;
  readonly languageArea: LanguageArea;
}

/** Organisme d'accueil / gastorganisatie (Art. 8). */
export interface Host {
  readonly id: string;
  readonly place: Place;
  /** Citizens it may receive at the same time over all its missions; `null`: the sum of its missions' places. */
  readonly places: number | null;
  readonly approved: Period;
  /** Windows of unavailability (Art. 8 §5). */
  readonly unavailable: readonly Period[];
  /** Coded accommodations it already provides. */
  readonly offers: readonly string[];
}

/** Places taken by citizens of earlier rounds who are not `members` of a promotion of this one. */
export interface Occupied extends Period {
  readonly places: number;
}

/** Mission / opdracht: what a citizen does at a host. */
export interface Mission {
  readonly id: string;
  readonly host: string;
  /** Citizens who may serve here at the same time. */
  readonly places: number;
  readonly place: Place;
  /** Days on which the mission exists. */
  readonly open: Period;
  readonly occupied: readonly Occupied[];
  readonly hoursPerWeek: number;
  readonly hoursPerDay: number;
  readonly domain: string | null;
  /** All of these must be spoken. */
  readonly languages: readonly string[];
  readonly offers: readonly string[];
  /** Own initiative of one named candidate (Art. 9). */
  readonly reservedFor: string | null;
}

/** The part of the territory a promotion works in (Art. 23 §2): the union of its lists. */
export interface Zone {
  /** NIS codes since 2025. */
  readonly municipalities: readonly string[];
  /** Dutch names. */
  readonly provinces: readonly string[];
  readonly regions: readonly Region[];
  readonly languageAreas: readonly LanguageArea[];
}

/** A citizen placed in the promotion by an earlier round; counts in its size, its composition and the places. */
export interface Member {
  readonly candidate: string;
  /** Missions served at; those this round does not list take no place. */
  readonly missions: readonly string[];
  /** Region of residence, where known. */
  readonly region: Region | null;
  /** Region of the mission where the round does not list it. */
  readonly missionRegion: Region | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Promotion citoyenne / samenlevingsgroep (Art. 23). Citizens serve on every day of [start, end]. */
export interface Promotion {
  readonly id: string;
  readonly zone: Zone;
  readonly start: Day;
  readonly end: Day;
  readonly minSize: number;
  readonly maxSize: number;
  /** Seats kept for those who will apply later. */
  readonly keepFree: number;
  /** Holds `minSize` even if this round places nobody in it. */
  readonly mustHold: boolean;
  readonly members: readonly Member[];
}

/** One ranked choice: a mission, or a pair of missions at two different hosts (Art. 22 §3). */
export interface Choice {
  /** One id, or two. */
  readonly missions: readonly string[];
  /** Weekly hours of travel between the two hosts of a pair; 0 for one mission. */
  readonly travelHours: number;
}

export type JudicialRecord = "clear" | "excluded" | "exception-granted";

/** Candidat / kandidaat. */
export interface Candidate {
  readonly id: string;
  /** `null` only under profiles without an age rule. */
  readonly birthDate: Day | null;
  /** `null` only under profiles without a residence rule. */
  readonly residence: Place | null;
  readonly languages: readonly string[];
  /** Start date the candidate asked for. */
  readonly chosenStart: Day;
  /** First and last start date the candidate accepts. */
  readonly available: Period;
  /** Best first. */
  readonly choices: readonly Choice[];
  /** Category per dimension of the policy. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Coded accommodations needed (Art. 22 §1, 8°). */
  readonly needs: readonly string[];
  readonly record: JudicialRecord;
  /** Already served once (Art. 11 §1). */
  readonly served: boolean;
  /** On the priority reserve list since (Art. 13). */
  readonly reserveSince: Day | null;
  /** How often this candidate was deferred before. */
  readonly deferrals: number;
}

/** A planner's decision the engine must keep. */
export type Pin = {
  readonly candidate: string;
  /** JSON Pointer to the pin in the round as given; for messages only. */
  readonly path: string;
} & (
  | { readonly kind: "place"; readonly promotion: string; readonly missions: readonly string[] | null }
  | { readonly kind: "reserve" }
  /** Forbids what it names: at least one of the two. */
  | { readonly kind: "forbid"; readonly promotion: string | null; readonly missions: readonly string[] | null }
);

/** Candidate -> (mission or pair, promotion). */
export interface Placement {
  readonly candidate: string;
  readonly promotion: string;
  readonly missions: readonly string[];
}

/** How long a run may take: `steps` bounds the work the same way on every machine, `seconds` is a safety net. */
export interface Limits {
  readonly seconds: number;
  readonly steps: number;
  readonly threads: number;
}

/**
 * A parsed, canonical round: every list that is a set is sorted by id (code units), so that nothing downstream depends on
 * the order of the input. Only `choices` and `policy.tiers` keep theirs.
 */
export interface Round {
  readonly id: string;
  /** `sha256:` of the canonical JSON (RFC 8785) of the round as given, lists sorted, without `limits`. */
  readonly hash: string;
  readonly profile: string;
  readonly hosts: readonly Host[];
  readonly missions: readonly Mission[];
  readonly promotions: readonly Promotion[];
  readonly candidates: readonly Candidate[];
  readonly pins: readonly Pin[];
  readonly published: readonly Placement[];
  /** The profile's defaults with the keys the round gives put in their place. */
  readonly policy: Policy;
  readonly seed: string;
  readonly limits: Limits;
}
