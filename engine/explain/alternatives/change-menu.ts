import { formatDay, parseDay } from "../../domain/calendar.ts";
import type { Change } from "../../domain/explanation.ts";
import type { Candidate, Round } from "../../domain/round.ts";
import { buildInstance } from "../../formulate/build-instance.ts";
import { at, type Instance } from "../../model/instance.ts";
import { compactOf } from "../../search/local/compact.ts";
import { openOccupancy } from "../../search/local/occupancy.ts";
import type { BaseRun } from "../base-run.ts";

/**
 * Other dates and other choices tried: each is the whole round placed anew, up to some seconds of the thirty that an answer may take at 1,000
 * candidates. The dates are the nearest to the chosen one, a farther one is a larger change; the missions have a place and a seat free as it is,
 * and one does as well as another.
 */
const MOST_DATES = 4;
const MOST_CHOICES = 3;

/** Changes to try, and how many dates and choices were left out for the sake of time. */
export interface ChangeMenu {
  readonly changes: readonly Change[];
  readonly more: number;
}

/** The changes that could bear on some arcs of a candidate, the smallest first. `tier`: the one that breaks first, if one does. */
export function changeMenu(base: BaseRun, candidate: number, wanted: readonly number[], tier: string | null): ChangeMenu {
  const { instance } = base;
  const { round } = instance;
  const arcs = wanted.map((arc) => instance.arcs.get(arc));
  const ids = (list: readonly { readonly id: string }[], indices: readonly number[]) =>
    [...new Set(indices)].map((index) => at(list, index).id);
  const [dates, choices] = [otherDates(base, candidate, wanted), otherChoices(base, candidate, wanted)];
  const changes: readonly Change[] = [
    ...ids(
      round.missions,
      arcs.flatMap(({ missions }) => missions),
    ).map((mission): Change => ({ kind: "mission-place", mission })),
    ...ids(
      round.promotions,
      arcs.map(({ promotion }) => promotion),
    ).map((promotion): Change => ({ kind: "promotion-seat", promotion })),
    ...(tier === null || tier === "placed" ? [] : [{ kind: "tolerance", tier } as const]),
    ...dates.slice(0, MOST_DATES).map((date): Change => ({ kind: "start-date", date })),
    ...choices.slice(0, MOST_CHOICES).map((mission): Change => ({ kind: "choice", mission })),
  ];
  return { changes, more: Math.max(0, dates.length - MOST_DATES) + Math.max(0, choices.length - MOST_CHOICES) };
}

/** Start dates of the round besides those wanted and the one given, the nearest to the chosen one first. */
function otherDates({ instance, arcs: placed }: BaseRun, candidate: number, wanted: readonly number[]): readonly string[] {
  const { round, arcs } = instance;
  const own = placed.filter((arc) => arcs.candidateOf(arc) === candidate);
  const { chosenStart } = at(round.candidates, candidate);
  const known = new Set([...wanted, ...own].map((arc) => at(round.promotions, arcs.promotionOf(arc)).start));
  const starts = [...new Set(round.promotions.map(({ start }) => start))].filter((start) => !known.has(start));
  return starts.sort((a, b) => Math.abs(a - chosenStart) - Math.abs(b - chosenStart) || a - b).map(formatDay);
}

/** Missions that are none of the choices and where, on one of the dates wanted, a seat and a place are free as it is. */
function otherChoices({ instance, arcs: placed }: BaseRun, candidate: number, wanted: readonly number[]): readonly string[] {
  const { round } = instance;
  const person = at(round.candidates, candidate);
  const chosen = new Set(person.choices.flatMap(({ missions }) => missions));
  const dates = new Set(wanted.map((arc) => at(round.promotions, instance.arcs.promotionOf(arc)).start));
  const others = round.missions.filter(({ id }) => !chosen.has(id)).map(({ id }) => ({ missions: [id], travelHours: 0 }));
  // Only the candidate is looked at: the others' arcs are not needed to see what is free.
  const alone = buildInstance({ ...round, candidates: [{ ...person, choices: others }], pins: [], published: [] });
  const occupancy = openOccupancy(compactOf(instance));
  for (const arc of placed) if (instance.arcs.candidateOf(arc) !== candidate) occupancy.add(arc);
  const used = usedPlaces(instance, placed, candidate);
  const found = [...alone.arcs].flatMap(({ promotion, missions }) => {
    const mission = at(round.missions, at(missions, 0));
    const { start } = at(round.promotions, promotion);
    const seat = at(occupancy.size, promotion) < at(instance.seats, promotion).free && at(occupancy.size, promotion) > 0;
    return dates.has(start) && seat && (used.get(mission.id) ?? 0) < mission.places ? [mission.id] : [];
  });
  return [...new Set(found)];
}

function usedPlaces({ round, arcs }: Instance, placed: readonly number[], candidate: number): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const arc of placed) {
    const one = arcs.get(arc);
    if (one.candidate === candidate) continue;
    for (const mission of one.missions) {
      const { id } = at(round.missions, mission);
      used.set(id, (used.get(id) ?? 0) + 1);
    }
  }
  return used;
}

/** The round with a change made; a tolerance is no change of the round. */
export function changedRound(round: Round, candidate: number, change: Change): Round {
  const edit = <T extends { readonly id: string }>(list: readonly T[], id: string, set: (one: T) => T) =>
    list.map((one) => (one.id === id ? set(one) : one));
  const person = (set: (one: Candidate) => Candidate): Round => ({
    ...round,
    candidates: edit(round.candidates, at(round.candidates, candidate).id, set),
  });
  switch (change.kind) {
    case "tolerance":
      return round;
    case "mission-place": {
      const host = round.missions.find(({ id }) => id === change.mission)?.host ?? "";
      return {
        ...round,
        missions: edit(round.missions, change.mission, (one) => ({ ...one, places: one.places + 1 })),
        hosts: edit(round.hosts, host, (one) => ({ ...one, places: one.places === null ? null : one.places + 1 })),
      };
    }
    case "promotion-seat":
      return { ...round, promotions: edit(round.promotions, change.promotion, (one) => ({ ...one, maxSize: one.maxSize + 1 })) };
    case "start-date": {
      const day = parseDay(change.date) ?? 0;
      return person((one) => ({
        ...one,
        chosenStart: day,
        available: { from: Math.min(one.available.from, day), until: Math.max(one.available.until, day) },
      }));
    }
    case "choice":
      return person((one) => {
        const kept = one.choices.length < 3 ? one.choices : one.choices.slice(0, -1);
        return { ...one, choices: [...kept, { missions: [change.mission], travelHours: 0 }] };
      });
  }
}
