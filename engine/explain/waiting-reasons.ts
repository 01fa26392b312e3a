import { formatDay } from "../domain/calendar.ts";
import type { Ground, Nearest, PassedDate, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import type { Question } from "./ground/ground.ts";

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

/** The day on which an opening starts. */
function startOf({ round, arcs }: Instance, opening: number): number {
  const { intakes, intakeOf } = arcs.openings;
  return at(round.promotions, at(at(intakes, at(intakeOf, opening)), 0)).start;
}

function openingsOf({ arcs }: Instance, candidate: number): readonly number[] {
  const { starts } = arcs.openings;
  const first = at(starts, candidate);
  return Array.from({ length: at(starts, candidate + 1) - first }, (_, i) => first + i);
}

/** Starts of a candidate's openings from the nearest date on, before the one given; ascending. */
function datesPassed(instance: Instance, candidate: number, given: number): readonly number[] {
  const nearest = at(instance.nearestDate, candidate) ?? 0;
  const starts = openingsOf(instance, candidate).map((opening) => startOf(instance, opening));
  const until = startOf(instance, instance.arcs.openingOf(given));
  return [...new Set(starts)].filter((start) => start >= nearest && start < until).sort((a, b) => a - b);
}

/** A candidate's openings that start on a day. */
function openingsOn(instance: Instance, candidate: number, day: number): readonly number[] {
  return openingsOf(instance, candidate).filter((opening) => startOf(instance, opening) === day);
}

/** The nearest date of a candidate who has one, with the promotions on it. */
function nearestOf(instance: Instance, candidate: number): Nearest {
  const { intakes, intakeOf } = instance.arcs.openings;
  const day = at(instance.nearestDate, candidate) ?? 0;
  const there = new Set(openingsOn(instance, candidate, day).map((opening) => at(intakeOf, opening)));
  const promotions = [...there].flatMap((intake) =>
    at(intakes, intake).map((promotion) => at(instance.round.promotions, promotion).id),
  );
  return { date: formatDay(day), promotions: promotions.sort() };
}

/**
 * What must be asked of somebody who waits: for any place (reserve), or for each date from the nearest to the one given (deferred). Their arcs
 * are listed when they are asked for: most are not.
 */
export function questionsAbout(instance: Instance, candidate: number, given: number | null): readonly DatedQuestion[] {
  const { arcs } = instance;
  if (given === null) {
    return [
      {
        candidate,
        day: null,
        deferred: false,
        get wanted() {
          return arcs.ofCandidate(candidate);
        },
      },
    ];
  }
  return datesPassed(instance, candidate, given).map((day) => ({
    candidate,
    day,
    deferred: true,
    get wanted() {
      return openingsOn(instance, candidate, day).flatMap(arcs.ofOpening);
    },
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
