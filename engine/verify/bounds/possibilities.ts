import type { Day } from "../../domain/calendar.ts";
import type { Candidate, Pin, Promotion } from "../../domain/round.ts";
import { servesInOtherRegion } from "../abroad.ts";
import { type Casefile, groupBy } from "../casefile.ts";
import { ineligibility } from "../eligibility.ts";
import { nearestDate } from "../nearest-date.ts";
import { type Opening, openingsOf } from "../openings.ts";
import { isNamedBy } from "../rules/pins.ts";

/** A choice in a group of promotions where it has what a placement needs. */
export interface Possibility extends Opening {
  /** Those of the group that no pin rules out. */
  readonly promotions: readonly Promotion[];
  readonly delayDays: number;
  readonly crossRegion: boolean;
}

/** A candidate with everything open to them; `mustServe`: a pin places them. */
export interface Options {
  readonly candidate: Candidate;
  readonly mustServe: boolean;
  readonly possibilities: readonly Possibility[];
  /** Whether there is anything, pins aside. */
  readonly hasAny: boolean;
  /** Whether some possibility, pins aside, starts more than this many days after the nearest date. */
  readonly latestDelay: number;
}

/** What is open to every candidate of a round, whatever the others do. */
export function optionsOf(casefile: Casefile): Options[] {
  const pinsOf = groupBy(casefile.round.pins, ({ candidate }) => candidate);
  return casefile.round.candidates.map((candidate) => {
    const pins = pinsOf.get(candidate.id) ?? [];
    const nearest = nearestDate(candidate, casefile);
    const isBarred = ineligibility(candidate, casefile).length > 0;
    const all =
      nearest === null || isBarred ? [] : openingsOf(candidate, casefile).map((opening) => possibility(opening, nearest));
    return {
      candidate,
      mustServe: pins.some(({ kind }) => kind === "place"),
      possibilities: pins.length === 0 ? all : all.flatMap((each) => underPins(each, pins)),
      hasAny: all.length > 0,
      latestDelay: all.reduce((latest, { delayDays }) => Math.max(latest, delayDays), 0),
    };
  });
}

function possibility({ wish, rank, group }: Opening, nearest: Day): Possibility {
  const { promotions } = group;
  return { wish, rank, group, promotions, delayDays: Math.max(0, group.start - nearest), crossRegion: servesInOtherRegion(wish) };
}

/** The possibility in the promotions that every pin of its candidate leaves, if any. */
function underPins(possibility: Possibility, pins: readonly Pin[]): readonly Possibility[] {
  const missions = possibility.wish.missions.map(({ id }) => id);
  const promotions = possibility.promotions.filter(({ id }) =>
    pins.every((pin) => pin.kind !== "reserve" && isNamedBy(pin, id, missions) === (pin.kind === "place")),
  );
  return promotions.length === 0 ? [] : [{ ...possibility, promotions }];
}
