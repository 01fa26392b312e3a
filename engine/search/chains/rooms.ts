import type { Instance } from "../../model/instance.ts";
import type { Position } from "../local/position.ts";

/** The seats and places of a placement, as somebody looks at them who seeks one or must leave one. */
export interface Rooms {
  isPinned(candidate: number): boolean;
  /** The first slot of an opening that is full, or -1. */
  firstFull(opening: number): number;
  /** Whether somebody who had `from` may go to an arc, room apart. */
  mayTake(arc: number, from: number): boolean;
  /** An arc of an opening into a promotion that is held and has a seat, not `from`; -1 without. */
  seatIn(opening: number, from: number): number;
  /** The same once somebody has left their seat. */
  seatAfter(opening: number, victim: number, from: number): number;
  /** Whether no pin keeps somebody on their arc and their promotion has one more than it needs. */
  mayLeave(arc: number): boolean;
  /** The arcs chosen at a slot or in a promotion, as they are now. */
  occupants(slot: number): readonly number[];
  members(promotion: number): readonly number[];
}

export function openRooms({ round }: Instance, position: Position): Rooms {
  const { compact, size, load } = position;
  const { openings, runs, places, seats, needed, owed, usable, candidateOf, promotionOf } = compact;
  const { firstArc, intakeOf, intakes } = openings;
  const names = new Set(round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  const pinned = Uint8Array.from(round.candidates, ({ id }) => (names.has(id) ? 1 : 0));
  const isPinned = (candidate: number) => pinned[candidate] === 1;
  const mayTake = (arc: number, from: number) => arc !== from && usable(arc);
  const hasSeat = (promotion: number) => {
    const here = size[promotion] ?? 0;
    return here > 0 && here < (seats[promotion] ?? 0);
  };
  const mayLeave = (arc: number) => {
    const promotion = promotionOf(arc);
    const here = size[promotion] ?? 0;
    return !isPinned(candidateOf(arc)) && here > (needed[promotion] ?? 0) && here > (owed[promotion] ?? 0);
  };
  const seatIn = (opening: number, from: number): number => {
    const [intake, first] = [intakes[intakeOf[opening] ?? 0] ?? [], firstArc[opening] ?? 0];
    for (let k = 0; k < intake.length; k++) if (hasSeat(intake[k] ?? 0) && mayTake(first + k, from)) return first + k;
    return -1;
  };
  return {
    isPinned,
    mayTake,
    mayLeave,
    seatIn,
    firstFull: (opening) => {
      for (let i = runs.starts[opening] ?? 0, end = runs.starts[opening + 1] ?? 0; i < end; i++) {
        for (let slot = runs.from[i] ?? 0, until = runs.until[i] ?? 0; slot < until; slot++) {
          if ((load[slot] ?? 0) >= (places[slot] ?? 0)) return slot;
        }
      }
      return -1;
    },
    seatAfter: (opening, victim, from) => {
      const k = (intakes[intakeOf[opening] ?? 0] ?? []).indexOf(promotionOf(victim));
      const arc = (firstArc[opening] ?? 0) + k;
      if (k >= 0 && mayTake(arc, from)) return arc;
      return mayLeave(victim) ? seatIn(opening, from) : -1;
    },
    occupants: (slot) => Array.from({ length: load[slot] ?? 0 }, (_, i) => position.occupant(slot, i)),
    members: (promotion) => Array.from({ length: size[promotion] ?? 0 }, (_, i) => position.member(promotion, i)),
  };
}
