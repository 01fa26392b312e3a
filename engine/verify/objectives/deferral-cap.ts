import type { Candidate, Promotion } from "../../domain/round.ts";
import type { Casefile } from "../casefile.ts";
import { ineligibility } from "../eligibility.ts";
import { assignmentRules, fits, wishesOf } from "../fits.ts";
import type { Measure } from "../measure.ts";
import { nearestDate } from "../nearest-date.ts";

interface Caps {
  readonly maxCount: number;
  readonly maxDays: number;
}

function isBeyond({ start }: Promotion, candidate: Candidate, { maxCount, maxDays }: Caps, casefile: Casefile): boolean {
  const delay = start - (nearestDate(candidate, casefile) ?? start);
  return delay > 0 && (candidate.deferrals >= maxCount || delay > maxDays);
}

/** The promotions in which some choice of the candidate has what a placement needs. */
function possiblePromotions(candidate: Candidate, casefile: Casefile): readonly Promotion[] {
  const [rules, wishes] = [assignmentRules(casefile), wishesOf(candidate, casefile)];
  return casefile.round.promotions.filter((promotion) => wishes.some((wish) => fits(wish, promotion, rules, casefile)));
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
      if (ineligibility(candidate, casefile).length > 0) return false;
      const possible = possiblePromotions(candidate, casefile);
      const isProtected =
        possible.length > 0 &&
        (candidate.deferrals >= caps.maxCount || possible.some((promotion) => isBeyond(promotion, candidate, caps, casefile)));
      const promotion = servedIn.get(candidate.id);
      return isProtected && (promotion === undefined || isBeyond(promotion, candidate, caps, casefile));
    }).length;
  },
};
