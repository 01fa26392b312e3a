import type { CandidateJson, MissionJson, RoundJson } from "../engine/input/round-schema.ts";
import { type Area, areaOf } from "./generator/areas.ts";
import { chosenStartDrawer, drawCandidate } from "./generator/candidates.ts";
import { choiceDrawer } from "./generator/choices.ts";
import { APPLICANTS, type Knobs } from "./generator/knobs.ts";
import { fillPromotions } from "./generator/members.ts";
import { drawOffer, missionId, type OfferedMission } from "./generator/offer.ts";
import { type Person, personDrawer } from "./generator/people.ts";
import { type PolicyVariant, PROFILE_VARIANT, policyOf } from "./generator/policy-variant.ts";
import { planPromotions } from "./generator/promotions.ts";
import { type Random, randomFrom } from "./generator/random.ts";

/** What a synthetic round is made from. */
export interface RoundParameters {
  /** Candidates; 1 or more. */
  readonly candidates: number;
  /** Whole number from 0 to 2^31 - 1. The same parameters and seed give the same bytes on every machine. */
  readonly seed: number;
  /** Free seats per candidate, over all promotions; default 1.0. */
  readonly seats?: number;
  /** Months from 1 September 2026 in which promotions start; default 6. */
  readonly months?: number;
  /** Shares that differ from those of the applicants (`APPLICANTS`). */
  readonly knobs?: Partial<Knobs>;
  /** How the policy differs from the profile's defaults; the people and the offer are the same. */
  readonly policy?: Partial<PolicyVariant>;
}

/** Percent of candidates who bring a mission of their own (Art. 9); assumed. */
const OWN_INITIATIVES = 1;
/** Fewest missions, so that the smallest rounds have something to choose from. */
const FEWEST_MISSIONS = 8;

/**
 * A synthetic round of Belgian applicants, hosts, missions and promotions: valid under profile `be-2024-05-15`, no real person. Sources of
 * the shares: DOMAIN section 8, in `generator/knobs.ts`.
 */
export function generateRound({ candidates, seed, seats = 1, months = 6, knobs = {}, policy = {} }: RoundParameters): RoundJson {
  const given = policyOf({ ...PROFILE_VARIANT, ...policy });
  const shares = { ...APPLICANTS, ...knobs };
  const random = randomFrom(seed);
  const drawPerson = personDrawer(random, shares);
  const people = Array.from({ length: candidates }, drawPerson);
  const planned = planPromotions(random, shares, Math.max(1, Math.round(candidates * seats)), months, people);
  const target = Math.max(FEWEST_MISSIONS, Math.ceil((candidates * shares.missionsPer100) / 100));
  const offer = drawOffer(random, shares, target, people);
  const nextId = idDrawer("c", candidates * 2);
  const drawChoices = choiceDrawer(random, shares, offer);
  const drawChosenStart = chosenStartDrawer(random, planned, months);
  const byArea = Map.groupBy(offer, ({ area }) => area);
  const ownInitiatives: MissionJson[] = [];
  const applied = people.map((person): CandidateJson => {
    const chosenStart = drawChosenStart(person);
    const candidate = drawCandidate(random, nextId(), person, chosenStart, drawChoices(person, chosenStart));
    if (!random.chance(OWN_INITIATIVES)) return candidate;
    const mission = ownInitiative(random, byArea, offer.length + ownInitiatives.length + 1, person, candidate.id);
    ownInitiatives.push(mission);
    return { ...candidate, choices: [mission.id, ...candidate.choices.slice(0, 2)] };
  });
  const promotions = fillPromotions(random, planned, offer, drawPerson, nextId);
  const hosts = [...new Set(offer.map(({ host }) => host.host))];
  const missions = [...offer.map(({ mission }) => mission), ...ownInitiatives];
  const id = `synthetic-${candidates}-${seed}`;
  const round = { id, profile: "be-2024-05-15", hosts, missions, promotions, candidates: applied, seed: `${id}/1` };
  return { schema: "round/1", ...round, ...(Object.keys(given).length > 0 && { policy: given }) };
}

/** Ids in ascending order, as wide as the largest number expected. */
function idDrawer(prefix: string, largest: number): () => string {
  const width = Math.max(4, String(largest).length);
  let number = 0;
  return () => {
    number += 1;
    return `${prefix}${String(number).padStart(width, "0")}`;
  };
}

/** A mission that a host near home has accepted to set up for this candidate (Art. 9). */
function ownInitiative(
  random: Random,
  byArea: ReadonlyMap<Area, readonly OfferedMission[]>,
  number: number,
  person: Person,
  candidate: string,
): MissionJson {
  const near = byArea.get(areaOf(person.home)) ?? [...byArea.values()].flat();
  const { mission } = random.pick(near);
  return {
    id: missionId(number),
    host: mission.host,
    places: 1,
    hoursPerWeek: 28,
    hoursPerDay: 7,
    languages: [],
    reservedFor: candidate,
  };
}
