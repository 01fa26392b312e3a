import type { Measure } from "../measure.ts";
import { delayDays } from "../nearest-date.ts";

/** Art. 23 §3, "la plus proche possible": days after the nearest date, [the largest, the total]. */
export const delay: Measure = {
  sense: () => "minimise",
  value: (casefile) => {
    const delays = casefile.services.map((service) => delayDays(service, casefile));
    return [delays.reduce((worst, days) => Math.max(worst, days), 0), delays.reduce((sum, days) => sum + days, 0)];
  },
};
