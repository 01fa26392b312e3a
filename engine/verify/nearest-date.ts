import type { Day } from "../domain/calendar.ts";
import type { Candidate } from "../domain/round.ts";
import type { Casefile, Service } from "./casefile.ts";
import { openingsOf } from "./openings.ts";

/**
 * Art. 23 §3: among the starts on which some choice has what a placement needs, the one with the least |start - chosen start|,
 * the earlier on a tie; `null` where no choice fits anywhere.
 */
export function nearestDate(candidate: Candidate, casefile: Casefile): Day | null {
  const away = (day: Day) => Math.abs(day - candidate.chosenStart);
  let nearest: Day | null = null;
  for (const { group } of openingsOf(candidate, casefile)) {
    const { start } = group;
    if (nearest === null || away(start) < away(nearest) || (away(start) === away(nearest) && start < nearest)) nearest = start;
  }
  return nearest;
}

/** Days after the nearest date on which a service starts; 0 on it or earlier. */
export function delayDays({ candidate, promotion }: Service, casefile: Casefile): number {
  const nearest = nearestDate(candidate, casefile);
  return nearest === null ? 0 : Math.max(0, promotion.start - nearest);
}
