import { at, type Instance } from "../../model/instance.ts";
import { type Compact, compactOf } from "../local/compact.ts";
import type { Occupancy } from "../local/occupancy.ts";
import type { ArcCost } from "./earlier-costs.ts";
import { openSeatCounts } from "./seat-counts.ts";

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

/** People who make room for each other one after the other, the one who waits included: short chains first, as a pass fights over everything once. */
const CHAINS = [2, 3, 4, 6, 6, 6];
const LONGEST_CHAIN = 6;

/** Arcs for who begins a chain. */
type Wanted = (arc: number) => boolean;

const NONE_FULL = -1;

/**
 * Places more people along augmenting chains (Kuhn 1955, in passes as by Hopcroft and Karp 1973): somebody who waits takes the place or seat of
 * somebody who finds another. Nobody who is placed loses their placement. Ends once `most` are placed; returns how many were.
 */
export function augment(task: Augmentable, queue: readonly number[], most = Infinity): number {
  const { chosen } = task.occupancy;
  let placed = 0;
  for (const longest of CHAINS) {
    const reach = openReach(task, longest, () => true);
    let found = 0;
    for (const candidate of queue) {
      if (placed + found >= most) return placed + found;
      if (at(chosen, candidate) < 0 && reach.place(candidate, -1, longest)) found += 1;
    }
    placed += found;
    if (found === 0 && longest === LONGEST_CHAIN) break;
  }
  return placed;
}

/**
 * Brings people onto arcs that a tier wants (those that cost it less than 0), along the same chains: who waits, and who is placed where the tier gains nothing.
 */
export function augmentTier(task: Augmentable, queue: readonly number[], cost: ArcCost): void {
  const { chosen } = task.occupancy;
  const reach = openReach(task, LONGEST_CHAIN, (arc) => cost.of(arc) < 0);
  for (const candidate of queue) {
    if (!cost.wants(candidate)) continue;
    const current = at(chosen, candidate);
    if (current >= 0 && (cost.of(current) < 0 || !task.mayMove(current, current))) continue;
    if (current >= 0) reach.leave(current);
    if (!reach.place(candidate, current, LONGEST_CHAIN) && current >= 0) reach.sit(current);
  }
}

/** What one pass knows: which promotions people may go to, what was fought over, and who finds nothing. */
function openPass({ instance, occupancy, usable, mayMove, keepsSizes }: Augmentable, longest: number, wanted: Wanted) {
  const { seats, round } = instance;
  const { firstArc, intakeOf, intakes } = instance.arcs.openings;
  const { size } = occupancy;
  // Who is moved leaves as many behind as are needed: what is open stays open during a pass.
  const opens = Uint8Array.from(seats, (one, i) => (!keepsSizes || at(size, i) >= Math.max(1, one.needed) ? 1 : 0));
  const needed = Int32Array.from(seats, (one) => Math.max(1, one.needed, one.owed));
  const counts = openSeatCounts(instance, occupancy, opens);
  const fits = (arc: number, from: number, chain: number) =>
    arc !== from && usable(arc) && (chain < longest || wanted(arc)) && (from < 0 || mayMove(from, arc));
  return {
    opens,
    counts,
    fits,
    seenSlot: new Uint8Array(compactOf(instance).places.length),
    seenSeats: new Uint8Array(seats.length),
    /** Longest chain by which each person is known to find nothing. */
    lost: new Uint8Array(round.candidates.length),
    isSpare: (promotion: number) => !keepsSizes || (size[promotion] ?? 0) > (needed[promotion] ?? 0),
    /** The first arc of an opening with a seat that somebody may take who had `from`, or -1. */
    seatIn: (opening: number, from: number, chain: number): number => {
      const intake = intakeOf[opening] ?? 0;
      if (counts.free(intake) === 0) return -1;
      const [here, first] = [intakes[intake] ?? [], firstArc[opening] ?? 0];
      for (let k = 0; k < here.length; k++) {
        if (counts.hasSeat(here[k] ?? 0) && fits(first + k, from, chain)) return first + k;
      }
      return -1;
    },
  };
}

/** The first slot of an opening that is full, or `NONE_FULL`. */
function firstFullSlot({ places, runs }: Compact, load: Int32Array, opening: number): number {
  for (let i = runs.starts[opening] ?? 0, end = runs.starts[opening + 1] ?? 0; i < end; i++) {
    for (let slot = runs.from[i] ?? 0, until = runs.until[i] ?? 0; slot < until; slot++) {
      if ((load[slot] ?? 0) >= (places[slot] ?? 0)) return slot;
    }
  }
  return NONE_FULL;
}

/**
 * One pass: every slot, every promotion's seats and every person are fought over once, so that it takes no longer than to look at each opening
 * of everybody who is met.
 */
function openReach(task: Augmentable, longest: number, wanted: Wanted) {
  const { occupancy } = task;
  const compact = compactOf(task.instance);
  const { arcs } = task.instance;
  const { starts, firstArc, intakeOf, intakes } = arcs.openings;
  const { size, load } = occupancy;
  const { opens, counts, fits, seenSlot, seenSeats, lost, isSpare, seatIn } = openPass(task, longest, wanted);

  /** Puts a candidate somewhere who had `from` (or waited); the candidate holds nothing when asked. */
  function place(candidate: number, from: number, chain: number): boolean {
    if ((lost[candidate] ?? 0) >= chain) return false;
    const [first, last] = [starts[candidate] ?? 0, starts[candidate + 1] ?? 0];
    for (let opening = first; opening < last; opening++) {
      if (counts.free(intakeOf[opening] ?? 0) === 0 || !occupancy.hasPlacesFor(opening)) continue;
      const arc = seatIn(opening, from, chain);
      if (arc < 0) continue;
      counts.add(arc);
      return true;
    }
    if (chain > 1) {
      for (let opening = first; opening < last; opening++) {
        const slot = firstFullSlot(compact, load, opening);
        if (slot === NONE_FULL ? pushFromSeats(opening, from, chain) : pushFromPlace(opening, slot, from, chain)) return true;
      }
    }
    lost[candidate] = chain;
    return false;
  }

  /** Takes the places that are missing from somebody who has them all and finds others. */
  function pushFromPlace(opening: number, slot: number, from: number, chain: number): boolean {
    if (seenSlot[slot] === 1) return false;
    const arc = seatIn(opening, from, chain);
    if (arc < 0) return false;
    seenSlot[slot] = 1;
    const there = Array.from({ length: load[slot] ?? 0 }, (_, i) => occupancy.occupant(slot, i));
    return there.some((victim) => isSpare(arcs.promotionOf(victim)) && push(victim, arc, chain));
  }

  /** Takes a seat of an opening's intake from somebody who finds another. */
  function pushFromSeats(opening: number, from: number, chain: number): boolean {
    const intake = intakeOf[opening] ?? 0;
    if (counts.unseen(intake) === 0) return false;
    const [here, first] = [intakes[intake] ?? [], firstArc[opening] ?? 0];
    for (let k = 0; k < here.length; k++) {
      const promotion = here[k] ?? 0;
      if (seenSeats[promotion] === 1 || opens[promotion] === 0 || counts.hasSeat(promotion) || !fits(first + k, from, chain))
        continue;
      seenSeats[promotion] = 1;
      counts.see(intake);
      const there = Array.from({ length: size[promotion] ?? 0 }, (_, i) => occupancy.member(promotion, i));
      if (there.some((victim) => push(victim, first + k, chain))) return true;
    }
    return false;
  }

  /** Puts the arc in the place of a victim who finds another; else nothing has changed. */
  function push(victim: number, arc: number, chain: number): boolean {
    const candidate = arcs.candidateOf(victim);
    if ((lost[candidate] ?? 0) >= chain - 1) return false;
    counts.remove(victim);
    if (!occupancy.hasSeat(arc) || !occupancy.hasPlaces(arc)) {
      counts.add(victim);
      return false;
    }
    counts.add(arc);
    if (place(candidate, victim, chain - 1)) return true;
    counts.remove(arc);
    counts.add(victim);
    return false;
  }

  return { place, sit: counts.add, leave: counts.remove };
}
