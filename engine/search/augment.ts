import { at, type Instance } from "../model/instance.ts";
import { compactOf } from "./local/compact.ts";
import type { Occupancy } from "./local/occupancy.ts";

/** A placement under construction, and who and what it must leave alone. */
export interface Augmentable {
  readonly instance: Instance;
  readonly occupancy: Occupancy;
  /** Whether a candidate may be put on an arc. */
  readonly usable: (arc: number) => boolean;
  /** Whether a candidate may be moved from one arc to another. */
  readonly mayMove: (from: number, to: number) => boolean;
  /** Promotions keep what they need: nobody goes to an empty one, nor leaves one at its minimum. Without, they may have any size. */
  readonly keepsSizes: boolean;
}

/** People who make room for each other one after the other, the one who waits included. */
const LONGEST_CHAIN = 6;
/** Passes over everybody who waits: each looks at every seat and place once. */
const MOST_PASSES = 6;

/**
 * Places more people along augmenting chains (Kuhn 1955, in passes as by Hopcroft and Karp 1973): somebody who waits takes the place or seat of
 * somebody who finds another. Nobody who is placed loses their placement. Returns how many were
 * placed.
 */
export function augment(task: Augmentable, queue: readonly number[]): number {
  const { chosen } = task.occupancy;
  let placed = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const reach = openReach(task, () => true);
    let found = 0;
    for (const candidate of queue) if (at(chosen, candidate) < 0 && reach.place(candidate, -1, LONGEST_CHAIN)) found += 1;
    placed += found;
    if (found === 0) break;
  }
  return placed;
}

/**
 * Brings people onto arcs that a tier wants (`cost` below 0), along the same chains: who waits, and who is placed where the tier gains nothing.
 */
export function augmentTier(task: Augmentable, queue: readonly number[], cost: (arc: number) => number): void {
  const { chosen } = task.occupancy;
  const reach = openReach(task, (arc) => cost(arc) < 0);
  for (const candidate of queue) {
    const current = at(chosen, candidate);
    if (current >= 0 && (cost(current) < 0 || !task.mayMove(current, current))) continue;
    if (current >= 0) task.occupancy.remove(current);
    if (!reach.place(candidate, current, LONGEST_CHAIN) && current >= 0) task.occupancy.add(current);
  }
}

/** One pass: every slot and every promotion's seats are fought over once. `wanted`: arcs for who begins a chain. */
function openReach({ instance, occupancy, usable, mayMove, keepsSizes }: Augmentable, wanted: (arc: number) => boolean) {
  const { places, runs } = compactOf(instance);
  const { arcs, seats } = instance;
  const { starts, firstArc } = arcs.openings;
  const { size, load } = occupancy;
  const seenSlot = new Uint8Array(places.length);
  const seenSeats = new Uint8Array(seats.length);
  const isOpen = (promotion: number) =>
    !keepsSizes || (at(size, promotion) > 0 && at(size, promotion) >= at(seats, promotion).needed);
  const isSpare = (promotion: number) =>
    !keepsSizes || at(size, promotion) > Math.max(1, at(seats, promotion).needed, at(seats, promotion).owed);
  const fits = (arc: number, from: number, chain: number) =>
    usable(arc) && (chain < LONGEST_CHAIN || wanted(arc)) && (from < 0 || mayMove(from, arc)) && isOpen(arcs.promotionOf(arc));

  /** Puts a candidate somewhere who had `from` (or waited); the candidate holds nothing when asked. */
  function place(candidate: number, from: number, chain: number): boolean {
    const [first, last] = [at(starts, candidate), at(starts, candidate + 1)];
    for (let opening = first; opening < last; opening++) {
      if (!occupancy.hasPlacesFor(opening)) continue;
      for (let arc = at(firstArc, opening); arc < at(firstArc, opening + 1); arc++) {
        if (arc === from || !occupancy.hasSeat(arc) || !fits(arc, from, chain)) continue;
        occupancy.add(arc);
        return true;
      }
    }
    if (chain <= 1) return false;
    for (let opening = first; opening < last; opening++) {
      for (let arc = at(firstArc, opening); arc < at(firstArc, opening + 1); arc++) {
        if (arc === from || !fits(arc, from, chain)) continue;
        if (occupancy.hasSeat(arc) ? pushFromPlace(opening, arc, chain) : pushFromSeat(arc, chain)) return true;
      }
    }
    return false;
  }

  const slotsOf = (opening: number): readonly number[] => {
    const slots: number[] = [];
    for (let i = at(runs.starts, opening); i < at(runs.starts, opening + 1); i++) {
      for (let slot = at(runs.from, i); slot < at(runs.until, i); slot++) slots.push(slot);
    }
    return slots;
  };

  /** Takes the one place that is missing from somebody who finds another. */
  function pushFromPlace(opening: number, arc: number, chain: number): boolean {
    const full = slotsOf(opening).filter((slot) => at(load, slot) >= at(places, slot));
    const [slot] = full;
    if (slot === undefined || full.length > 1 || seenSlot[slot] === 1) return false;
    seenSlot[slot] = 1;
    const there = Array.from({ length: at(load, slot) }, (_, i) => occupancy.occupant(slot, i));
    return there.some((victim) => isSpare(arcs.promotionOf(victim)) && push(victim, arc, chain));
  }

  /** Takes a seat from somebody who finds another. */
  function pushFromSeat(arc: number, chain: number): boolean {
    const promotion = arcs.promotionOf(arc);
    if (seenSeats[promotion] === 1 || !occupancy.hasPlaces(arc)) return false;
    seenSeats[promotion] = 1;
    const there = Array.from({ length: at(size, promotion) }, (_, i) => occupancy.member(promotion, i));
    return there.some((victim) => push(victim, arc, chain));
  }

  /** Puts the arc in the place of a victim who finds another; else nothing has changed. */
  function push(victim: number, arc: number, chain: number): boolean {
    occupancy.remove(victim);
    if (!occupancy.hasSeat(arc) || !occupancy.hasPlaces(arc)) {
      occupancy.add(victim);
      return false;
    }
    occupancy.add(arc);
    if (place(arcs.candidateOf(victim), victim, chain - 1)) return true;
    occupancy.remove(arc);
    occupancy.add(victim);
    return false;
  }

  return { place };
}
