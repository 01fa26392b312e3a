import { formatDay } from "../domain/calendar.ts";
import type { Nearest, PassedDate, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import { type FoundGround, groundOf, type Workshop } from "./ground.ts";

/** A reason, and a placement better than the base run's if one was met on the way. */
export interface FoundReason {
  readonly reason: Reason;
  readonly better: readonly number[] | null;
}

/** Who waits in a placement: candidates with a possibility who are placed late or not at all; `null` for the latter's arc. */
export function whoWaits(
  instance: Instance,
  arcs: readonly number[],
): readonly { readonly candidate: number; readonly arc: number | null }[] {
  const chosen = new Map(arcs.map((arc) => [at(instance.arcs, arc).candidate, arc]));
  return instance.arcsOfCandidate.flatMap((possible, candidate) => {
    const arc = chosen.get(candidate) ?? null;
    const waits = possible.length > 0 && (arc === null || at(instance.arcs, arc).delayDays > 0);
    return waits ? [{ candidate, arc }] : [];
  });
}

/** Starts of a candidate's arcs from the nearest date on, before the one given; ascending. */
export function datesPassed(instance: Instance, candidate: number, given: number): readonly number[] {
  const nearest = at(instance.nearestDate, candidate) ?? 0;
  const starts = at(instance.arcsOfCandidate, candidate).map((arc) => startOf(instance, arc));
  const until = startOf(instance, given);
  return [...new Set(starts)].filter((start) => start >= nearest && start < until).sort((a, b) => a - b);
}

export function startOf(instance: Instance, arc: number): number {
  return at(instance.round.promotions, at(instance.arcs, arc).promotion).start;
}

/** A candidate's arcs that start on a day. */
export function arcsOn(instance: Instance, candidate: number, day: number): readonly number[] {
  return at(instance.arcsOfCandidate, candidate).filter((arc) => startOf(instance, arc) === day);
}

/** The nearest date of a candidate who has one, with the promotions on it. */
export function nearestOf(instance: Instance, candidate: number): Nearest {
  const day = at(instance.nearestDate, candidate) ?? 0;
  const promotions = arcsOn(instance, candidate, day).map(
    (arc) => at(instance.round.promotions, at(instance.arcs, arc).promotion).id,
  );
  return { date: formatDay(day), promotions: [...new Set(promotions)].sort() };
}

/** Why a candidate waits: for any place (reserve), or for each date from the nearest to the one given (deferred). */
export async function reasonFor(workshop: Workshop, candidate: number, given: number | null): Promise<FoundReason> {
  const { instance } = workshop.base;
  const nearest = nearestOf(instance, candidate);
  if (given === null) {
    const { ground, better } = await groundOf(workshop, candidate, at(instance.arcsOfCandidate, candidate), false);
    return { reason: { ...ground, nearest }, better };
  }
  const found: (FoundGround & { readonly day: number })[] = [];
  for (const day of datesPassed(instance, candidate, given)) {
    found.push({ day, ...(await groundOf(workshop, candidate, arcsOn(instance, candidate, day), true)) });
  }
  const [first, ...others] = found;
  const passed = others.map(({ day, ground }): PassedDate => ({ date: formatDay(day), ...ground }));
  const ground = first?.ground ?? { code: "not-established" as const };
  return { reason: { ...ground, nearest, passed }, better: found.find(({ better }) => better !== null)?.better ?? null };
}
