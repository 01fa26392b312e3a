import { formatDay } from "../domain/calendar.ts";
import { at, type Instance } from "./instance.ts";
import type { Origin } from "./linear-model.ts";
import { hostAccounts, missionAccounts } from "./places-account.ts";

/** One mission or host on one day on which its load can rise: whoever serves there then takes one of its places. */
export interface Slot {
  /** Places not taken by members and occupations. */
  readonly free: number;
  readonly arcs: readonly number[];
  readonly subject: Origin["subject"];
}

/** All slots of an instance, and the ones each arc takes. */
export interface Slots {
  readonly slots: readonly Slot[];
  /** Parallel to the instance's arcs. */
  readonly slotsOf: readonly (readonly number[])[];
}

/** The places of an instance by mission or host and day. */
export function slotsOf(instance: Instance): Slots {
  const slots: Slot[] = [];
  const ofArc: number[][] = Array.from({ length: instance.arcs.count }, () => []);
  for (const account of [...missionAccounts(instance), ...hostAccounts(instance)]) {
    for (const day of account.criticalDays) {
      const arcs = account.arcs.filter((arc) => {
        const promotion = at(instance.round.promotions, instance.arcs.promotionOf(arc));
        return promotion.start <= day && day <= promotion.end;
      });
      const slot = slots.push({ free: account.freeOn(day), arcs, subject: { ...account.subject, day: formatDay(day) } }) - 1;
      for (const arc of arcs) at(ofArc, arc).push(slot);
    }
  }
  return { slots, slotsOf: ofArc };
}

/** Number of different candidates among some arcs. */
export function peopleIn(instance: Instance, arcs: readonly number[]): number {
  return new Set(arcs.map((arc) => instance.arcs.candidateOf(arc))).size;
}
