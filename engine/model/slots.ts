import { type Day, formatDay } from "../domain/calendar.ts";
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
      const arcs = account.openings.filter((opening) => isInService(instance, opening, day)).flatMap(instance.arcs.ofOpening);
      const slot = slots.push({ free: account.freeOn(day), arcs, subject: { ...account.subject, day: formatDay(day) } }) - 1;
      for (const arc of arcs) at(ofArc, arc).push(slot);
    }
  }
  return { slots, slotsOf: ofArc };
}

/** Whether whoever takes an opening serves on a day. */
function isInService({ round, arcs }: Instance, opening: number, day: Day): boolean {
  const { intakes, intakeOf } = arcs.openings;
  const { start, end } = at(round.promotions, at(at(intakes, at(intakeOf, opening)), 0));
  return start <= day && day <= end;
}

/** Number of different candidates among some arcs. */
export function peopleIn(instance: Instance, arcs: readonly number[]): number {
  return new Set(arcs.map((arc) => instance.arcs.candidateOf(arc))).size;
}
