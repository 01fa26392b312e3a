import type { Day } from "../domain/calendar.ts";
import type { Candidate, Promotion, Round } from "../domain/round.ts";
import { type Casefile, groupBy } from "./casefile.ts";
import { assignmentRules, fits, type Wish, wishesOf } from "./fits.ts";

/** Promotions of one zone and service period: what the rules say of a person in one they say of all. */
export interface Group {
  readonly index: number;
  readonly start: Day;
  readonly end: Day;
  readonly promotions: readonly Promotion[];
}

/** A choice in a group of promotions where it has what a placement needs, places, sizes and pins aside. */
export interface Opening {
  readonly wish: Wish;
  /** Of the choice, from 1. */
  readonly rank: number;
  readonly group: Group;
}

interface Known {
  readonly groups: readonly Group[];
  readonly openings: Map<string, readonly Opening[]>;
}

/** What depends on the round alone is worked out once, however many lists of placements are checked against it. */
const known = new WeakMap<Round, Known>();

function knownOf({ round }: Pick<Casefile, "round">): Known {
  const found = known.get(round);
  if (found !== undefined) return found;
  const alike = groupBy(round.promotions, ({ zone, start, end }) => JSON.stringify([zone, start, end]));
  const groups = [...alike.values()].flatMap((promotions, index) => {
    const [first] = promotions;
    return first === undefined ? [] : [{ index, start: first.start, end: first.end, promotions }];
  });
  const fresh = { groups, openings: new Map<string, readonly Opening[]>() };
  known.set(round, fresh);
  return fresh;
}

/** Groups of promotions by zone and period, in order of appearance. */
export function groupsOf(casefile: Pick<Casefile, "round">): readonly Group[] {
  return knownOf(casefile).groups;
}

/** Everything that has what a placement of the candidate needs, whoever else is placed: by choice, then by group. */
export function openingsOf(candidate: Candidate, casefile: Casefile): readonly Opening[] {
  const { groups, openings } = knownOf(casefile);
  const found = openings.get(candidate.id);
  if (found !== undefined) return found;
  const rules = assignmentRules(casefile);
  const fresh = wishesOf(candidate, casefile).flatMap((wish, index) =>
    groups.flatMap((group): readonly Opening[] => {
      const [first] = group.promotions;
      return first !== undefined && fits(wish, first, rules, casefile) ? [{ wish, rank: index + 1, group }] : [];
    }),
  );
  openings.set(candidate.id, fresh);
  return fresh;
}
