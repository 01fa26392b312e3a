import { at, type Instance } from "../model/instance.ts";
import { hostAccounts, missionAccounts } from "../model/places-account.ts";

/** Seats and places still free while a placement is built up arc by arc. */
export interface Ledger {
  /** Whether the arc's promotion has a seat left. */
  hasSeat(arc: number): boolean;
  /** Whether the arc's missions and hosts have a place left on every day of service. */
  hasPlaces(arc: number): boolean;
  add(arc: number): void;
  remove(arc: number): void;
  /** Arc chosen for a candidate, or -1. */
  arcOf(candidate: number): number;
  /** Placements in a promotion. */
  placedIn(promotion: number): number;
  /** Every chosen arc, ascending. */
  chosen(): readonly number[];
}

/** An empty ledger. A slot is one mission or host on one critical day. */
export function openLedger(instance: Instance): Ledger {
  const { free, slotsOf } = slots(instance);
  const seats = Int32Array.from(instance.seats, (seat) => seat.free);
  const chosen = new Int32Array(instance.round.candidates.length).fill(-1);
  const move = (arc: number, by: 1 | -1) => {
    const { promotion } = at(instance.arcs, arc);
    seats[promotion] = at(seats, promotion) - by;
    for (const slot of at(slotsOf, arc)) free[slot] = at(free, slot) - by;
  };
  return {
    hasSeat: (arc) => at(seats, at(instance.arcs, arc).promotion) > 0,
    hasPlaces: (arc) => at(slotsOf, arc).every((slot) => at(free, slot) > 0),
    add: (arc) => {
      move(arc, 1);
      chosen[at(instance.arcs, arc).candidate] = arc;
    },
    remove: (arc) => {
      move(arc, -1);
      chosen[at(instance.arcs, arc).candidate] = -1;
    },
    arcOf: (candidate) => at(chosen, candidate),
    placedIn: (promotion) => at(instance.seats, promotion).free - at(seats, promotion),
    chosen: () => [...chosen].filter((arc) => arc >= 0).sort((a, b) => a - b),
  };
}

/** Free places per slot, and the slots each arc takes. */
function slots(instance: Instance): { readonly free: Int32Array; readonly slotsOf: readonly (readonly number[])[] } {
  const free: number[] = [];
  const slotsOf: number[][] = instance.arcs.map(() => []);
  for (const account of [...missionAccounts(instance), ...hostAccounts(instance)]) {
    for (const day of account.criticalDays) {
      const slot = free.push(account.freeOn(day)) - 1;
      for (const arc of account.arcs) {
        const promotion = at(instance.round.promotions, at(instance.arcs, arc).promotion);
        if (promotion.start <= day && day <= promotion.end) at(slotsOf, arc).push(slot);
      }
    }
  }
  return { free: Int32Array.from(free), slotsOf };
}
