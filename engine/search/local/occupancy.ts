import { at } from "../../model/instance.ts";
import type { Compact, Lists } from "./compact.ts";

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
  /** The i-th arc chosen in a promotion, in no order. */
  member(promotion: number, i: number): number;
  /** The i-th arc chosen at a slot, in no order. */
  occupant(slot: number, i: number): number;
}

/** Room for everyone who could be there at once. */
function rooms(limits: Int32Array, most: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(limits.length + 1);
  limits.forEach((limit, i) => {
    starts[i + 1] = at(starts, i) + Math.min(limit, at(most, i));
  });
  return starts;
}

function usersPerSlot({ slotsOfArc, places }: Compact): Int32Array {
  const users = new Int32Array(places.length);
  for (const slot of slotsOfArc.items) users[slot] = at(users, slot) + 1;
  return users;
}

const lengthsOf = ({ starts }: Lists) =>
  Int32Array.from({ length: starts.length - 1 }, (_, i) => at(starts, i + 1) - at(starts, i));

/** Which arc each entry of the arcs' slot lists belongs to. */
function arcOfEntries({ slotsOfArc, arcs }: Compact): Int32Array {
  const owner = new Int32Array(slotsOfArc.items.length);
  for (let arc = 0; arc < arcs; arc++) owner.fill(arc, at(slotsOfArc.starts, arc), at(slotsOfArc.starts, arc + 1));
  return owner;
}

/** Nobody placed. */
export function openOccupancy(compact: Compact): Occupancy {
  const { candidateOf, promotionOf, seats, places, slotsOfArc } = compact;
  const { starts: slotStart, items: slotItems } = slotsOfArc;
  const chosen = new Int32Array(compact.candidates).fill(-1);
  const size = new Int32Array(compact.promotions);
  const load = new Int32Array(places.length);
  const rosterStart = rooms(seats, lengthsOf(compact.arcsOfPromotion));
  const roster = new Int32Array(at(rosterStart, compact.promotions));
  const inRoster = new Int32Array(compact.candidates);
  const usersStart = rooms(places, usersPerSlot(compact));
  // Occupants are kept as entries of the arcs' slot lists: an entry knows its arc, and its own position to be taken out by.
  const users = new Int32Array(at(usersStart, places.length));
  const inUsers = new Int32Array(slotItems.length);
  const arcOfEntry = arcOfEntries(compact);
  return {
    chosen,
    size,
    load,
    add: (arc) => {
      const candidate = candidateOf[arc] ?? 0;
      const promotion = promotionOf[arc] ?? 0;
      const here = size[promotion] ?? 0;
      chosen[candidate] = arc;
      roster[(rosterStart[promotion] ?? 0) + here] = arc;
      inRoster[candidate] = here;
      size[promotion] = here + 1;
      for (let entry = slotStart[arc] ?? 0, end = slotStart[arc + 1] ?? 0; entry < end; entry++) {
        const slot = slotItems[entry] ?? 0;
        const taken = load[slot] ?? 0;
        users[(usersStart[slot] ?? 0) + taken] = entry;
        inUsers[entry] = taken;
        load[slot] = taken + 1;
      }
    },
    remove: (arc) => {
      const candidate = candidateOf[arc] ?? 0;
      const promotion = promotionOf[arc] ?? 0;
      const rest = (size[promotion] ?? 0) - 1;
      const first = rosterStart[promotion] ?? 0;
      const last = roster[first + rest] ?? 0;
      const gap = inRoster[candidate] ?? 0;
      chosen[candidate] = -1;
      roster[first + gap] = last;
      inRoster[candidateOf[last] ?? 0] = gap;
      size[promotion] = rest;
      for (let entry = slotStart[arc] ?? 0, end = slotStart[arc + 1] ?? 0; entry < end; entry++) {
        const slot = slotItems[entry] ?? 0;
        const left = (load[slot] ?? 0) - 1;
        const start = usersStart[slot] ?? 0;
        const moved = users[start + left] ?? 0;
        const position = inUsers[entry] ?? 0;
        users[start + position] = moved;
        inUsers[moved] = position;
        load[slot] = left;
      }
    },
    hasSeat: (arc) => {
      const promotion = promotionOf[arc] ?? 0;
      return (size[promotion] ?? 0) < (seats[promotion] ?? 0);
    },
    hasPlaces: (arc) => {
      for (let entry = slotStart[arc] ?? 0, end = slotStart[arc + 1] ?? 0; entry < end; entry++) {
        const slot = slotItems[entry] ?? 0;
        if ((load[slot] ?? 0) >= (places[slot] ?? 0)) return false;
      }
      return true;
    },
    member: (promotion, i) => roster[(rosterStart[promotion] ?? 0) + i] ?? -1,
    occupant: (slot, i) => arcOfEntry[users[(usersStart[slot] ?? 0) + i] ?? 0] ?? -1,
  };
}

/** Every chosen arc, ascending. */
export function chosenArcs({ chosen }: Pick<Occupancy, "chosen">): readonly number[] {
  return [...chosen].filter((arc) => arc >= 0).sort((a, b) => a - b);
}
