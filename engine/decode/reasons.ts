import { formatDay } from "../domain/calendar.ts";
import type { Nearest, Reason } from "../domain/result.ts";
import { at, type Instance } from "../model/instance.ts";
import { arcsForbiddenByPins } from "../rules/pins.ts";
import { type Ledger, openLedger } from "../search/ledger.ts";

/** Says why candidates wait, from what is full in one placement. */
export interface Reasons {
  ofReserve(candidate: number): Reason;
  /** `arc` is the one chosen for the candidate. */
  ofDeferral(candidate: number, arc: number): Reason;
}

/** Reasons in a placement given by its arcs. They state facts of this placement; the price of an alternative is another matter. */
export function reasonsIn(instance: Instance, arcs: readonly number[]): Reasons {
  const ledger = openLedger(instance);
  for (const arc of arcs) ledger.add(arc);
  const barred = arcsForbiddenByPins(instance);
  const pinnedPlace = new Set(instance.round.pins.filter((pin) => pin.kind === "place").map((pin) => pin.candidate));
  return {
    ofReserve: (candidate) => {
      const all = at(instance.arcsOfCandidate, candidate);
      if (all.length === 0) return { code: "no-fit", blocked: at(instance.blocked, candidate) };
      return {
        code: whatIsFull(
          instance,
          ledger,
          all.filter((arc) => !barred.has(arc)),
        ),
      };
    },
    ofDeferral: (candidate, arc) => {
      const nearest = nearestOf(instance, candidate);
      if (pinnedPlace.has(at(instance.round.candidates, candidate).id)) return { code: "pin", nearest };
      const onNearest = at(instance.arcsOfCandidate, candidate).filter((other) => startsOn(instance, other, nearest.date));
      ledger.remove(arc);
      const code = whatIsFull(
        instance,
        ledger,
        onNearest.filter((other) => !barred.has(other)),
      );
      ledger.add(arc);
      return { code, nearest };
    },
  };
}

const startsOn = (instance: Instance, arc: number, date: string) =>
  formatDay(at(instance.round.promotions, at(instance.arcs, arc).promotion).start) === date;

function whatIsFull(
  instance: Instance,
  ledger: Ledger,
  possibilities: readonly number[],
): "pin" | "places" | "size" | "not-established" {
  if (possibilities.length === 0) return "pin";
  const noSeat = possibilities.filter((arc) => {
    const { promotion } = at(instance.arcs, arc);
    return !ledger.hasSeat(arc) || ledger.roster(promotion).length + 1 < at(instance.seats, promotion).needed;
  });
  if (noSeat.length === possibilities.length) return "size";
  return possibilities.every((arc) => noSeat.includes(arc) || !ledger.hasPlaces(arc)) ? "places" : "not-established";
}

/** The nearest date of a candidate who has one, with the promotions on it. */
function nearestOf(instance: Instance, candidate: number): Nearest {
  const date = formatDay(instance.nearestDate[candidate] ?? 0);
  const promotions = at(instance.arcsOfCandidate, candidate)
    .filter((arc) => startsOn(instance, arc, date))
    .map((arc) => at(instance.round.promotions, at(instance.arcs, arc).promotion).id);
  return { date, promotions: [...new Set(promotions)].sort() };
}
