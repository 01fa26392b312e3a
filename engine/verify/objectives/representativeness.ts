import { heldCompositions } from "../composition.ts";
import type { Measure } from "../measure.ts";

/** Art. 23 §3: persons outside the bands, over the promotions in which this round places someone. */
export const representativeness: Measure = {
  sense: () => "minimise",
  value: (casefile) => heldCompositions(casefile).reduce((sum, { deviation }) => sum + deviation, 0),
};
