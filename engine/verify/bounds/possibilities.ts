import type { Day } from "../../domain/calendar.ts";
import type { Candidate, Mission, Promotion } from "../../domain/round.ts";
import { servesInOtherRegion } from "../abroad.ts";
import { type Casefile, groupBy } from "../casefile.ts";
import { ineligibility } from "../eligibility.ts";
import { assignmentRules, fits, type Wish, wishesOf } from "../fits.ts";
import { nearestDate } from "../nearest-date.ts";
import { isNamedBy } from "../rules/pins.ts";

/** Promotions of one zone and service period: what a rule says of one it says of all. */
export interface Group {
  readonly index: number;
  readonly start: Day;
  readonly end: Day;
  readonly promotions: readonly Promotion[];
}

/** A choice in a group of promotions where it has what a placement needs. */
export interface Possibility {
  readonly group: Group;
  /** Those of the group that no pin rules out. */
  readonly promotions: readonly Promotion[];
  readonly rank: number;
  readonly missions: readonly Mission[];
  /** Each host once. */
  readonly hosts: readonly string[];
  readonly delayDays: number;
  readonly crossRegion: boolean;
  readonly wish: Wish;
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

/** Groups of promotions by zone and period, in order of appearance. */
export function groupsOf({ round }: Pick<Casefile, "round">): Group[] {
  const alike = groupBy(round.promotions, ({ zone, start, end }) => JSON.stringify([zone, start, end]));
  return [...alike.values()].flatMap((promotions, index) => {
    const [first] = promotions;
    return first === undefined ? [] : [{ index, start: first.start, end: first.end, promotions }];
  });
}

/** What is open to every candidate of a round, whatever the others do. */
export function optionsOf(casefile: Casefile, groups: readonly Group[]): Options[] {
  const rules = assignmentRules(casefile);
  const pinsOf = groupBy(casefile.round.pins, ({ candidate }) => candidate);
  return casefile.round.candidates.map((candidate) => {
    const pins = pinsOf.get(candidate.id) ?? [];
    const nearest = nearestDate(candidate, casefile);
    const barred = ineligibility(candidate, casefile).length > 0;
    const all = barred
      ? []
      : wishesOf(candidate, casefile).flatMap((wish, index) =>
          groups.flatMap((group): Possibility[] => {
            const [first] = group.promotions;
            if (first === undefined || !fits(wish, first, rules, casefile)) return [];
            const rest = { rank: index + 1, missions: wish.missions, hosts: [...new Set(wish.hosts.map(({ id }) => id))], wish };
            const delayDays = nearest === null ? 0 : Math.max(0, group.start - nearest);
            return [{ group, promotions: group.promotions, delayDays, crossRegion: servesInOtherRegion(wish), ...rest }];
          }),
        );
    const open = all.flatMap((possibility): Possibility[] => {
      if (pins.length === 0) return [possibility];
      const ids = possibility.missions.map(({ id }) => id);
      const promotions = possibility.promotions.filter(({ id }) =>
        pins.every((pin) => pin.kind !== "reserve" && isNamedBy(pin, id, ids) === (pin.kind === "place")),
      );
      return promotions.length === 0 ? [] : [{ ...possibility, promotions }];
    });
    return {
      candidate,
      mustServe: pins.some(({ kind }) => kind === "place"),
      possibilities: open,
      hasAny: all.length > 0,
      latestDelay: all.reduce((latest, { delayDays }) => Math.max(latest, delayDays), 0),
    };
  });
}
