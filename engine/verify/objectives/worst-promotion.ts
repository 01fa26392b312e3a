import { heldCompositions } from "../composition.ts";
import type { Measure } from "../measure.ts";

/** Art. 23 §3: persons outside the bands in the promotion that has most of them. */
export const worstPromotion: Measure = {
  sense: () => "minimise",
  value: (casefile) => heldCompositions(casefile).reduce((worst, { deviation }) => Math.max(worst, deviation), 0),
};
