import { addMonths } from "../../engine/domain/calendar.ts";
import type {
  CandidateJson,
  HostJson,
  MissionJson,
  PinJson,
  PromotionJson,
  PublishedJson,
} from "../../engine/input/round-schema.ts";
import { dayOf } from "../generator/horizon.ts";
import type { Random } from "../generator/random.ts";
import { liesIn, TOWNS } from "./tiny-offer.ts";

/** What pins and publications are drawn from. */
export interface TinyWorld {
  readonly hosts: readonly HostJson[];
  readonly missions: readonly MissionJson[];
  readonly promotions: readonly PromotionJson[];
  readonly candidates: readonly CandidateJson[];
}

/** Pins in some rounds: each alone keeps the rules, together they may not fit (two on one place, or against a size). */
export function drawTinyPins(random: Random, world: TinyWorld): PinJson[] {
  if (!random.chance(40)) return [];
  const eligible = random.shuffled(world.candidates.filter(isSurelyEligible)).slice(0, random.whole(1, 3));
  return eligible.flatMap((candidate): PinJson[] => {
    const lawful = plainPlacements(candidate, world);
    const promotion = random.pick(world.promotions).id;
    switch (random.whole(0, 7)) {
      case 0:
        return [{ candidate: candidate.id, outcome: "reserve" }];
      case 1:
        return [{ candidate: candidate.id, not: { promotion } }];
      case 2:
        return [{ candidate: candidate.id, not: { promotion, missions: [random.pick(world.missions).id] } }];
      default:
        return lawful.length === 0 ? [] : [random.chance(50) ? random.pick(lawful) : withoutMissions(random.pick(lawful))];
    }
  });
}

/** Placements made known earlier in a quarter of the rounds: for the objective `changes`. */
export function drawTinyPublished(random: Random, world: TinyWorld): PublishedJson[] {
  if (!random.chance(25)) return [];
  return world.candidates.flatMap((candidate) => {
    const lawful = plainPlacements(candidate, world);
    return lawful.length > 0 && random.chance(60) ? [random.pick(lawful)] : [];
  });
}

const withoutMissions = ({ candidate, promotion }: PublishedJson): PinJson => ({ candidate, promotion });

/** Eligible under every policy drawn here: 20 years old, never served, nothing on record. */
function isSurelyEligible({ birthDate, record, served }: CandidateJson): boolean {
  return birthDate === "2006-03-14" && record === "clear" && served !== true;
}

/** Placements at one mission that no rule can forbid under any policy: a part of the lawful ones, the cases in doubt left out. */
function plainPlacements(candidate: CandidateJson, { hosts, missions, promotions }: TinyWorld): PublishedJson[] {
  if (!isSurelyEligible(candidate) || (candidate.needs ?? []).length > 0) return [];
  const spoken = candidate.languages ?? [];
  return candidate.choices.flatMap((choice) => {
    const mission = missions.find(({ id }) => id === choice);
    const host = hosts.find(({ id }) => id === mission?.host);
    const town = TOWNS.find(({ municipality }) => municipality === (mission?.municipality ?? host?.municipality));
    if (mission === undefined || host === undefined || town === undefined || !isAlwaysOpen(mission, host)) return [];
    if (!(mission.languages ?? []).every((language) => spoken.includes(language))) return [];
    return promotions
      .filter((promotion) => liesIn(town, promotion.zone ?? {}) && isAvailable(candidate, promotion))
      .map(({ id }) => ({ candidate: candidate.id, promotion: id, missions: [mission.id] }));
  });
}

function isAlwaysOpen(mission: MissionJson, host: HostJson): boolean {
  const limits = [mission.from, mission.until, mission.reservedFor, host.approvedUntil, host.unavailable];
  return limits.every((limit) => limit === undefined) && host.approvedFrom === "2025-01-01";
}

function isAvailable({ chosenStart, earliest, latest }: CandidateJson, { start }: PromotionJson): boolean {
  const from = dayOf(earliest ?? chosenStart ?? start);
  const until = typeof latest === "string" ? dayOf(latest) : addMonths(from, 120);
  return from <= dayOf(start) && dayOf(start) <= until;
}
