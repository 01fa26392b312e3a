import { heldCompositions } from "../composition.ts";
import type { Measure } from "../measure.ts";

/** Art. 14 §2: promotions in which at least `minimum` persons serve in a Region other than that of residence. */
export const crossRegion: Measure = {
  sense: () => "maximise",
  value: (casefile) => {
    const asked = casefile.round.policy.crossRegion;
    if (asked === null) return 0;
    return heldCompositions(casefile).filter(({ crossRegion: persons }) => persons >= asked.minimum).length;
  },
};
