import type { Day } from "../../domain/calendar.ts";
import type { Candidate } from "../../domain/round.ts";
import { ineligibility } from "../eligibility.ts";
import type { Measure } from "../measure.ts";
import { nearestDate } from "../nearest-date.ts";
import { openingsOf } from "../openings.ts";

interface Caps {
  readonly maxCount: number;
  readonly maxDays: number;
}

/** Whether a start is beyond a cap for a candidate whose nearest date is known. */
function isBeyond(start: Day, nearest: Day, { deferrals }: Candidate, { maxCount, maxDays }: Caps): boolean {
  const delay = start - nearest;
  return delay > 0 && (deferrals >= maxCount || delay > maxDays);
}

/**
 * Art. 23 §3: candidates not placed within the caps although these protect them: deferred `maxCount` times before, or with a possible
 * start more than `maxDays` days after the nearest date. Being left without a place counts like being deferred beyond a cap.
 */
export const deferralCap: Measure = {
  sense: () => "minimise",
  value: (casefile) => {
    const { maxCount = null, maxDays = null } = casefile.round.policy.deferral ?? {};
    if (maxCount === null && maxDays === null) return 0;
    const caps = { maxCount: maxCount ?? Number.POSITIVE_INFINITY, maxDays: maxDays ?? Number.POSITIVE_INFINITY };
    const servedIn = new Map(casefile.services.map(({ candidate, promotion }) => [candidate.id, promotion]));
    return casefile.round.candidates.filter((candidate) => {
      const nearest = nearestDate(candidate, casefile);
      if (nearest === null || ineligibility(candidate, casefile).length > 0) return false;
      const starts = openingsOf(candidate, casefile).map(({ group }) => group.start);
      const isProtected =
        candidate.deferrals >= caps.maxCount || starts.some((start) => isBeyond(start, nearest, candidate, caps));
      const promotion = servedIn.get(candidate.id);
      return isProtected && (promotion === undefined || isBeyond(promotion.start, nearest, candidate, caps));
    }).length;
  },
};
