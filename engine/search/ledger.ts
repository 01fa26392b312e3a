import { at, type Instance } from "../model/instance.ts";
import { slotsOf } from "../model/slots.ts";
import type { Tracker } from "../model/tracker.ts";

/** Seats and places still free while a placement is built up arc by arc. */
export interface Ledger extends Tracker {
  /** Whether the arc's promotion has a seat left. */
  hasSeat(arc: number): boolean;
  /** Whether the arc's missions and hosts have a place left on every day of service. */
  hasPlaces(arc: number): boolean;
  /** Arc chosen for a candidate, or -1. */
  arcOf(candidate: number): number;
  /** Arcs chosen in a promotion, in no order. */
  roster(promotion: number): readonly number[];
  /** Slots without a free place among those an arc takes. */
  fullSlots(arc: number): readonly number[];
  /** Arcs chosen at a slot. */
  occupants(slot: number): readonly number[];
  /** Every chosen arc, ascending. */
  chosen(): readonly number[];
}

/** An empty ledger. */
export function openLedger(instance: Instance): Ledger {
  // Searches ask millions of times: plain indexing on arrays of one kind is several times faster than `at`.
  const { slots, slotsOf: taken } = slotsOf(instance);
  const free = Int32Array.from(slots, (slot) => slot.free);
  const candidateOf = Int32Array.from(instance.arcs, (arc) => arc.candidate);
  const promotionOf = Int32Array.from(instance.arcs, (arc) => arc.promotion);
  const seats = Int32Array.from(instance.seats, (seat) => seat.free);
  const chosen = new Int32Array(instance.round.candidates.length).fill(-1);
  const rosters: number[][] = instance.seats.map(() => []);
  const none: readonly number[] = [];
  const move = (arc: number, by: 1 | -1) => {
    const promotion = promotionOf[arc] ?? 0;
    seats[promotion] = (seats[promotion] ?? 0) - by;
    for (const slot of taken[arc] ?? none) free[slot] = (free[slot] ?? 0) - by;
  };
  return {
    hasSeat: (arc) => (seats[promotionOf[arc] ?? 0] ?? 0) > 0,
    hasPlaces: (arc) => {
      for (const slot of taken[arc] ?? none) if ((free[slot] ?? 0) <= 0) return false;
      return true;
    },
    add: (arc) => {
      move(arc, 1);
      rosters[promotionOf[arc] ?? 0]?.push(arc);
      chosen[candidateOf[arc] ?? 0] = arc;
    },
    remove: (arc) => {
      move(arc, -1);
      const roster = at(rosters, promotionOf[arc] ?? 0);
      roster.splice(roster.indexOf(arc), 1);
      chosen[candidateOf[arc] ?? 0] = -1;
    },
    arcOf: (candidate) => chosen[candidate] ?? -1,
    roster: (promotion) => rosters[promotion] ?? none,
    fullSlots: (arc) => (taken[arc] ?? none).filter((slot) => (free[slot] ?? 0) <= 0),
    occupants: (slot) => (slots[slot]?.arcs ?? none).filter((arc) => chosen[candidateOf[arc] ?? 0] === arc),
    chosen: () => [...chosen].filter((arc) => arc >= 0).sort((a, b) => a - b),
  };
}
