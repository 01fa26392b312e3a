import type { Day } from "../domain/calendar.ts";
import type { Candidate } from "../domain/round.ts";
import type { Casefile, Service, Start } from "./casefile.ts";
import { assignmentRules, fits, wishesOf } from "./fits.ts";

/** The starts of the round from the nearest to `chosen` outwards, the earlier first where two are as near. */
function* outwards(starts: readonly Start[], chosen: Day): Generator<Start> {
  let later = starts.findIndex(({ day }) => day > chosen);
  if (later < 0) later = starts.length;
  let earlier = later - 1;
  while (true) {
    const [before, after] = [starts[earlier], starts[later]];
    if (before !== undefined && (after === undefined || chosen - before.day <= after.day - chosen)) {
      yield before;
      earlier -= 1;
    } else if (after !== undefined) {
      yield after;
      later += 1;
    } else return;
  }
}

function findNearestDate(candidate: Candidate, casefile: Casefile): Day | null {
  const rules = assignmentRules(casefile);
  const wishes = wishesOf(candidate, casefile);
  for (const { day, promotions } of outwards(casefile.starts, candidate.chosenStart)) {
    if (promotions.some((promotion) => wishes.some((wish) => fits(wish, promotion, rules, casefile)))) return day;
  }
  return null;
}

/**
 * Art. 23 §3: among the starts on which some choice has what a placement needs, the one with the least |start - chosen start|,
 * the earlier on a tie; `null` where no choice fits anywhere.
 */
export function nearestDate(candidate: Candidate, casefile: Casefile): Day | null {
  const known = casefile.nearestDates.get(candidate.id);
  if (known !== undefined) return known;
  const found = findNearestDate(candidate, casefile);
  casefile.nearestDates.set(candidate.id, found);
  return found;
}

/** Days after the nearest date on which a service starts; 0 on it or earlier. */
export function delayDays({ candidate, promotion }: Service, casefile: Casefile): number {
  const nearest = nearestDate(candidate, casefile);
  return nearest === null ? 0 : Math.max(0, promotion.start - nearest);
}
