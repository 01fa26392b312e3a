import { at } from "../../model/instance.ts";
import type { Compact } from "./compact.ts";

/** Who sits where: the placement itself, with free seats and places, and who has them. Every question and change takes O(slots of an arc). */
export interface Occupancy {
  /** Arc chosen for a candidate, or -1. */
  readonly chosen: Int32Array;
  /** Placements per promotion, and people per slot. */
  readonly size: Int32Array;
  readonly load: Int32Array;
  add(arc: number): void;
  remove(arc: number): void;
  hasSeat(arc: number): boolean;
  hasPlaces(arc: number): boolean;
  /** The same of an opening: its arcs take the same places. */
  hasPlacesFor(opening: number): boolean;
  /** The i-th arc chosen in a promotion, in no order. */
  member(promotion: number, i: number): number;
  /** The i-th arc chosen at a slot, in no order. */
  occupant(slot: number, i: number): number;
}

/** Room for everyone who could be there at once. */
function rooms(limits: Int32Array, most: (i: number) => number): Int32Array {
  const starts = new Int32Array(limits.length + 1);
  limits.forEach((limit, i) => {
    starts[i + 1] = at(starts, i) + Math.min(limit, most(i));
  });
  return starts;
}

function usersPerSlot({ runs, places }: Compact): Int32Array {
  const users = new Int32Array(places.length);
  runs.from.forEach((from, i) => {
    for (let slot = from; slot < at(runs.until, i); slot++) users[slot] = at(users, slot) + 1;
  });
  return users;
}

/** Nobody placed. */
export function openOccupancy(compact: Compact): Occupancy {
  const { openingOf, promotionOf, seats, places, runs } = compact;
  const { candidateOf } = compact.openings;
  const { starts: runStart, from: runFrom, until: runUntil } = runs;
  const chosen = new Int32Array(compact.candidates).fill(-1);
  const size = new Int32Array(compact.promotions);
  const load = new Int32Array(places.length);
  const rosterStart = rooms(seats, compact.arcsIn);
  const roster = new Int32Array(at(rosterStart, compact.promotions));
  const inRoster = new Int32Array(compact.candidates);
  const mostUsers = usersPerSlot(compact);
  const usersStart = rooms(places, (slot) => at(mostUsers, slot));
  const users = new Int32Array(at(usersStart, places.length));
  const hasPlacesFor = (opening: number): boolean => {
    for (let i = runStart[opening] ?? 0, end = runStart[opening + 1] ?? 0; i < end; i++) {
      for (let slot = runFrom[i] ?? 0, last = runUntil[i] ?? 0; slot < last; slot++) {
        if ((load[slot] ?? 0) >= (places[slot] ?? 0)) return false;
      }
    }
    return true;
  };
  return {
    chosen,
    size,
    load,
    add: (arc) => {
      const opening = openingOf(arc);
      const candidate = candidateOf[opening] ?? 0;
      const promotion = promotionOf(arc);
      const here = size[promotion] ?? 0;
      chosen[candidate] = arc;
      roster[(rosterStart[promotion] ?? 0) + here] = arc;
      inRoster[candidate] = here;
      size[promotion] = here + 1;
      for (let i = runStart[opening] ?? 0, end = runStart[opening + 1] ?? 0; i < end; i++) {
        for (let slot = runFrom[i] ?? 0, last = runUntil[i] ?? 0; slot < last; slot++) {
          const taken = load[slot] ?? 0;
          users[(usersStart[slot] ?? 0) + taken] = arc;
          load[slot] = taken + 1;
        }
      }
    },
    remove: (arc) => {
      const opening = openingOf(arc);
      const candidate = candidateOf[opening] ?? 0;
      const promotion = promotionOf(arc);
      const rest = (size[promotion] ?? 0) - 1;
      const first = rosterStart[promotion] ?? 0;
      const last = roster[first + rest] ?? 0;
      const gap = inRoster[candidate] ?? 0;
      chosen[candidate] = -1;
      roster[first + gap] = last;
      inRoster[compact.candidateOf(last)] = gap;
      size[promotion] = rest;
      for (let i = runStart[opening] ?? 0, end = runStart[opening + 1] ?? 0; i < end; i++) {
        for (let slot = runFrom[i] ?? 0, until = runUntil[i] ?? 0; slot < until; slot++) {
          const left = (load[slot] ?? 0) - 1;
          const start = usersStart[slot] ?? 0;
          let position = start + left;
          while (position > start && users[position] !== arc) position--;
          users[position] = users[start + left] ?? 0;
          load[slot] = left;
        }
      }
    },
    hasSeat: (arc) => {
      const promotion = promotionOf(arc);
      return (size[promotion] ?? 0) < (seats[promotion] ?? 0);
    },
    hasPlaces: (arc) => hasPlacesFor(openingOf(arc)),
    hasPlacesFor,
    member: (promotion, i) => roster[(rosterStart[promotion] ?? 0) + i] ?? -1,
    occupant: (slot, i) => users[(usersStart[slot] ?? 0) + i] ?? -1,
  };
}

/** Every chosen arc, ascending. */
export function chosenArcs({ chosen }: Pick<Occupancy, "chosen">): readonly number[] {
  return [...chosen.filter((arc) => arc >= 0).sort()];
}
