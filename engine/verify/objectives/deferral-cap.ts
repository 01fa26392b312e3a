import type { Measure } from "../measure.ts";
import { delayDays } from "../nearest-date.ts";

/** Art. 23 §3: candidates deferred although they were deferred `maxCount` times before, or for more than `maxDays` days. */
export const deferralCap: Measure = {
  sense: () => "minimise",
  value: (casefile) => {
    const maxCount = casefile.round.policy.deferral?.maxCount ?? Number.POSITIVE_INFINITY;
    const maxDays = casefile.round.policy.deferral?.maxDays ?? Number.POSITIVE_INFINITY;
    return casefile.services.filter((service) => {
      const delay = delayDays(service, casefile);
      return delay > 0 && (service.candidate.deferrals >= maxCount || delay > maxDays);
    }).length;
  },
};
