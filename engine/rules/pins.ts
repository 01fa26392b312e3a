import type { Pin } from "../domain/round.ts";
import { readingOf } from "../model/gauge.ts";
import { at, type Instance } from "../model/instance.ts";
import { sumOf } from "../model/linear-expression.ts";
import type { Rule } from "./rule.ts";

/** Arcs of the pinned candidate that a pin names. */
export function arcsNamedBy(pin: Pin, instance: Instance): readonly number[] {
  const { round } = instance;
  const candidate = round.candidates.findIndex(({ id }) => id === pin.candidate);
  return instance.arcs.ofCandidate(candidate).filter((column) => {
    if (pin.kind === "reserve") return true;
    const arc = instance.arcs.get(column);
    const missions = arc.missions.map((mission) => at(round.missions, mission).id);
    return (
      (pin.promotion === null || at(round.promotions, arc.promotion).id === pin.promotion) &&
      (pin.missions === null || (missions.length === pin.missions.length && missions.every((id, i) => id === pin.missions?.[i])))
    );
  });
}

/** Arcs that a reserve or forbid pin names. */
export function arcsForbiddenByPins(instance: Instance): ReadonlySet<number> {
  return new Set(instance.round.pins.flatMap((pin) => (pin.kind === "place" ? [] : arcsNamedBy(pin, instance))));
}

/** Arcs that some pin rules out: named by a reserve or forbid pin, or not named by the candidate's place pin. */
export function arcsBarredByPins(instance: Instance): ReadonlySet<number> {
  const barred = new Set<number>();
  for (const pin of instance.round.pins) {
    const named = new Set(arcsNamedBy(pin, instance));
    const candidate = instance.round.candidates.findIndex(({ id }) => id === pin.candidate);
    for (const arc of instance.arcs.ofCandidate(candidate)) {
      if (named.has(arc) !== (pin.kind === "place")) barred.add(arc);
    }
  }
  return barred;
}

/**
 * A planner's decisions, kept as they are: they pass the same rules as any placement, and their cost shows.
 *
 *     place:            sum over the arcs named of x = 1
 *     reserve, forbid:  sum over the arcs named of x = 0
 */
export const pins: Rule = {
  id: "pins",
  breaches: (instance) => {
    const places = instance.round.pins.filter(({ kind }) => kind === "place");
    if (places.length === 0) return null;
    const weights = new Int8Array(instance.arcs.openings.count);
    const marked = new Map(places.flatMap((pin) => arcsNamedBy(pin, instance).map((arc) => [arc, 1])));
    return readingOf({ kind: "sum", weights, marked }, -1, places.length);
  },
  addRows: ({ instance, builder }) => {
    instance.round.pins.forEach((pin, index) => {
      const value = pin.kind === "place" ? 1 : 0;
      const subject = { pin: String(index), candidate: pin.candidate, kind: pin.kind };
      builder.addRow(sumOf(arcsNamedBy(pin, instance)), { lower: value, upper: value }, { source: "pins", subject });
    });
  },
};
