import type { Measure } from "../measure.ts";
import { regionShares } from "../regions.ts";

/** Art. 4 §1, 1°: persons outside the bands of the Regions with a target. */
export const regionalBalance: Measure = {
  sense: () => "minimise",
  value: (casefile) => regionShares(casefile).reduce((sum, { deviation }) => sum + deviation, 0),
};
