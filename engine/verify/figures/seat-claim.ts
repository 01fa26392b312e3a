import type { Ground, SeatTaken } from "../../domain/reason.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import type { Casefile } from "../casefile.ts";
import { compositionOf } from "../composition.ts";
import { vacanciesOf } from "../vacancy.ts";
import { below, compare, differs } from "./compare.ts";
import { movedTo, type Possibility } from "./possibilities.ts";

/** Whether the candidate would find a seat and a place where the named one leaves. */
function couldTakeOver(possibility: Possibility, seat: SeatTaken, casefile: Casefile): boolean {
  const { wish, promotion } = possibility;
  const without = movedTo(possibility, casefile, seat.candidate);
  const vacancies = vacanciesOf(without);
  return !vacancies.lacksSeat(wish.candidate, promotion) && !vacancies.lacksPlace(wish, promotion);
}

/**
 * Art. 23 §3: a named candidate has a seat that the deferred one could take on the date, and the promotion is further from its bands with
 * the deferred candidate in their stead. Both deviations are counted anew.
 */
export function checkSeat(path: string, { seat }: Ground, wanted: readonly Possibility[], casefile: Casefile): FigureViolation[] {
  const at = below(path, "seat");
  if (seat === undefined) return [differs(at, null, "the candidate who takes the seat")];
  const taker = casefile.services.find(({ candidate }) => candidate.id === seat.candidate);
  const there = wanted.filter(({ promotion }) => promotion.id === seat.promotion);
  const takesIt = taker?.promotion.id === seat.promotion && there.every(({ wish }) => wish.candidate.id !== seat.candidate);
  const possible = takesIt ? there.find((possibility) => couldTakeOver(possibility, seat, casefile)) : undefined;
  if (possible === undefined) return [differs(at, seat, "a seat that the deferred candidate could take")];
  const now = compositionOf(casefile, possible.promotion).deviation;
  const instead = compositionOf(movedTo(possible, casefile, seat.candidate), possible.promotion).deviation;
  const figures = compare(at, seat, { ...seat, with: now, instead });
  return instead > now ? figures : [...figures, differs(below(at, "instead"), seat.instead, `more than ${now}`)];
}
