import { at, type Instance } from "../../model/instance.ts";
import type { Occupancy } from "../local/occupancy.ts";

/** Free and unseen seats of whole intakes, kept while people come and go: an intake with none is passed over at once. */
export interface SeatCounts {
  /** Promotions of an intake that are open and have a seat. */
  free(intake: number): number;
  /** Promotions of an intake that are open and whose seats have not been fought over. */
  unseen(intake: number): number;
  hasSeat(promotion: number): boolean;
  see(intake: number): void;
  /** The occupancy's own, counted. */
  add(arc: number): void;
  remove(arc: number): void;
}

/** `opens`: 1 for every promotion that people may go to. */
export function openSeatCounts({ arcs, seats }: Instance, occupancy: Occupancy, opens: Uint8Array): SeatCounts {
  const { openingOf, promotionOf } = arcs;
  const { intakes, intakeOf } = arcs.openings;
  const { size } = occupancy;
  const most = Int32Array.from(seats, (one, promotion) => (opens[promotion] === 1 ? one.free : 0));
  const hasSeat = (promotion: number) => (size[promotion] ?? 0) < (most[promotion] ?? 0);
  const free = Int32Array.from(intakes, (here) => here.filter(hasSeat).length);
  const unseen = Int32Array.from(intakes, (here) => here.filter((promotion) => opens[promotion] === 1).length);
  /** Makes a change of one arc and counts the intake again. */
  const counted = (change: (arc: number) => void) => (arc: number) => {
    const promotion = promotionOf(arc);
    const before = hasSeat(promotion);
    change(arc);
    const now = hasSeat(promotion);
    const intake = intakeOf[openingOf(arc)] ?? 0;
    if (before !== now) free[intake] = at(free, intake) + (now ? 1 : -1);
  };
  return {
    free: (intake) => free[intake] ?? 0,
    unseen: (intake) => unseen[intake] ?? 0,
    hasSeat,
    see: (intake) => {
      unseen[intake] = at(unseen, intake) - 1;
    },
    add: counted(occupancy.add),
    remove: counted(occupancy.remove),
  };
}
