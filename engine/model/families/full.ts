import { type Draft, family } from "../draft.ts";
import { at } from "../instance.ts";
import { evaluate, sumOf, weightedSum } from "../linear-expression.ts";
import type { Origin } from "../linear-model.ts";
import { peopleIn, slotsOf } from "../slots.ts";
import { writtenSizeTable } from "./size-table.ts";

/** Whether something is full: a fact that no placement changes, or a binary column. */
export type Full = boolean | number;

/**
 * full in {0,1}: all `free` seats or places are taken by the arcs that could.
 *
 *     free * full <= sum of x over those arcs
 *
 * One direction is enough: full = 1 only excuses who waits.
 */
function fullColumn({ instance, builder }: Draft, arcs: readonly number[], free: number, subject: Origin["subject"]): Full {
  if (free === 0) return true;
  if (peopleIn(instance, arcs) < free) return false;
  const origin: Origin = { source: "no-idle-seat", subject, definition: true };
  const define = (point: Float64Array) => (evaluate(sumOf(arcs), point) >= free ? 1 : 0);
  const column = builder.addColumn({ lower: 0, upper: 1, origin, define });
  builder.addRow(weightedSum([sumOf(arcs), sumOf([column])], [1, -free]), { lower: 0 }, origin);
  return column;
}

/**
 * Whether a promotion's seats are all taken. Where the program chooses its size by a table, the column of the largest size says so, if that
 * size takes every seat.
 */
export function seatsFull(draft: Draft, promotion: number): Full {
  return family(draft, `seats full ${promotion}`, () => {
    const subject = { promotion: at(draft.instance.round.promotions, promotion).id };
    const { free } = at(draft.instance.seats, promotion);
    const table = writtenSizeTable(draft, promotion);
    const largest = table === null ? -1 : table.sizes.indexOf(free);
    if (free > 0 && table !== null && !draft.everySize) return largest < 0 ? false : at(table.columns, largest);
    return fullColumn(draft, draft.instance.arcs.ofPromotion(promotion), free, subject);
  });
}

/** What can keep an arc from its places: a mission or host on one day. */
export interface Blocker {
  /** Arcs that take a place there, with the day's full column where there is more than one place. */
  readonly arcs: readonly number[];
  readonly full: Full;
}

/**
 * Per slot that an arc takes: whether its places are all taken. A single place is taken exactly by the one arc that has it, so
 * it needs no column (`full` is then `false`, and the arcs tell).
 */
export function slotsFull(draft: Draft, arc: number): ReadonlyMap<number, Blocker> {
  const { slots, slotsOf: taken } = family(draft, "slots", () => slotsOf(draft.instance));
  const blockers = at(taken, arc).map((slot): [number, Blocker] => {
    const { arcs, free, subject } = at(slots, slot);
    const full = free === 1 ? false : family(draft, `slot full ${slot}`, () => fullColumn(draft, arcs, free, subject));
    return [slot, { arcs: free === 1 ? arcs : [], full }];
  });
  return new Map(blockers);
}
