import { formatDay } from "../domain/calendar.ts";
import type { Ground, Nearest, PassedDate, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import type { Question } from "./ground.ts";

/** A question about a date, or about any place (`null`). */
export type DatedQuestion = Question & { readonly day: number | null };

/** Who waits in a placement: candidates with a possibility who are placed late or not at all; `null` for the latter's arc. */
export function whoWaits(
  instance: Instance,
  arcs: readonly number[],
): readonly { readonly candidate: number; readonly arc: number | null }[] {
  const chosen = new Map(arcs.map((arc) => [instance.arcs.candidateOf(arc), arc]));
  return instance.round.candidates.flatMap((_, candidate) => {
    const arc = chosen.get(candidate) ?? null;
    const waits = instance.arcs.hasCandidate(candidate) && (arc === null || instance.arcs.delayOf(arc) > 0);
    return waits ? [{ candidate, arc }] : [];
  });
}

/** Starts of a candidate's arcs from the nearest date on, before the one given; ascending. */
function datesPassed(instance: Instance, candidate: number, given: number): readonly number[] {
  const nearest = at(instance.nearestDate, candidate) ?? 0;
  const starts = instance.arcs.ofCandidate(candidate).map((arc) => startOf(instance, arc));
  const until = startOf(instance, given);
  return [...new Set(starts)].filter((start) => start >= nearest && start < until).sort((a, b) => a - b);
}

function startOf(instance: Instance, arc: number): number {
  return at(instance.round.promotions, instance.arcs.promotionOf(arc)).start;
}

/** A candidate's arcs that start on a day. */
function arcsOn(instance: Instance, candidate: number, day: number): readonly number[] {
  return instance.arcs.ofCandidate(candidate).filter((arc) => startOf(instance, arc) === day);
}

/** The nearest date of a candidate who has one, with the promotions on it. */
function nearestOf(instance: Instance, candidate: number): Nearest {
  const day = at(instance.nearestDate, candidate) ?? 0;
  const promotions = arcsOn(instance, candidate, day).map(
    (arc) => at(instance.round.promotions, instance.arcs.promotionOf(arc)).id,
  );
  return { date: formatDay(day), promotions: [...new Set(promotions)].sort() };
}

/** What must be asked of somebody who waits: for any place (reserve), or for each date from the nearest to the one given (deferred). */
export function questionsAbout(instance: Instance, candidate: number, given: number | null): readonly DatedQuestion[] {
  if (given === null) return [{ candidate, day: null, wanted: instance.arcs.ofCandidate(candidate), deferred: false }];
  return datesPassed(instance, candidate, given).map((day) => ({
    candidate,
    day,
    wanted: arcsOn(instance, candidate, day),
    deferred: true,
  }));
}

/** The reason that the grounds found for these questions make; those missing are not established. */
export function reasonOf(
  instance: Instance,
  questions: readonly DatedQuestion[],
  grounds: readonly (Ground | undefined)[],
): Reason {
  const nothing: Ground = { code: "not-established" };
  const nearest = nearestOf(instance, at(questions, 0).candidate);
  const ground = grounds[0] ?? nothing;
  if (!at(questions, 0).deferred) return { ...ground, nearest };
  const passed = questions
    .slice(1)
    .map(({ day }, i): PassedDate => ({ date: formatDay(day ?? 0), ...(grounds[i + 1] ?? nothing) }));
  return { ...ground, nearest, passed };
}
