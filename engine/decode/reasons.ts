import { formatDay } from "../domain/calendar.ts";
import type { Nearest, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import { arcsForbiddenByPins } from "../rules/pins.ts";
import { compactOf } from "../search/local/compact.ts";
import { type Occupancy, openOccupancy } from "../search/local/occupancy.ts";

/** Says why candidates wait, from what is full in one placement. */
export interface Reasons {
  ofReserve(candidate: number): Reason;
  /** `arc` is the one chosen for the candidate. */
  ofDeferral(candidate: number, arc: number): Reason;
}

/** Reasons in a placement given by its arcs. They state facts of this placement; the price of an alternative is another matter. */
export function reasonsIn(instance: Instance, arcs: readonly number[]): Reasons {
  const occupancy = openOccupancy(compactOf(instance));
  for (const arc of arcs) occupancy.add(arc);
  const barred = arcsForbiddenByPins(instance);
  const pinnedPlace = new Set(instance.round.pins.filter((pin) => pin.kind === "place").map((pin) => pin.candidate));
  return {
    ofReserve: (candidate) => {
      const all = at(instance.arcsOfCandidate, candidate);
      if (all.length === 0) return { code: "no-fit", blocked: at(instance.blocked, candidate) };
      return {
        code: whatIsFull(
          instance,
          occupancy,
          all.filter((arc) => !barred.has(arc)),
        ),
      };
    },
    ofDeferral: (candidate, arc) => {
      const nearest = nearestOf(instance, candidate);
      if (pinnedPlace.has(at(instance.round.candidates, candidate).id)) return { code: "pin", nearest };
      const onNearest = at(instance.arcsOfCandidate, candidate).filter((other) => startsOn(instance, other, nearest.date));
      occupancy.remove(arc);
      const code = whatIsFull(
        instance,
        occupancy,
        onNearest.filter((other) => !barred.has(other)),
      );
      occupancy.add(arc);
      return { code, nearest };
    },
  };
}

const startsOn = (instance: Instance, arc: number, date: string) =>
  formatDay(at(instance.round.promotions, at(instance.arcs, arc).promotion).start) === date;

function whatIsFull(
  instance: Instance,
  occupancy: Occupancy,
  possibilities: readonly number[],
): "pin" | "places" | "size" | "not-established" {
  if (possibilities.length === 0) return "pin";
  const noSeat = possibilities.filter((arc) => {
    const { promotion } = at(instance.arcs, arc);
    return !occupancy.hasSeat(arc) || at(occupancy.size, promotion) + 1 < at(instance.seats, promotion).needed;
  });
  if (noSeat.length === possibilities.length) return "size";
  return possibilities.every((arc) => noSeat.includes(arc) || !occupancy.hasPlaces(arc)) ? "places" : "not-established";
}

/** The nearest date of a candidate who has one, with the promotions on it. */
function nearestOf(instance: Instance, candidate: number): Nearest {
  const date = formatDay(instance.nearestDate[candidate] ?? 0);
  const promotions = at(instance.arcsOfCandidate, candidate)
    .filter((arc) => startsOn(instance, arc, date))
    .map((arc) => at(instance.round.promotions, at(instance.arcs, arc).promotion).id);
  return { date, promotions: [...new Set(promotions)].sort() };
}
