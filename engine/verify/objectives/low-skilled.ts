import { ceil, parseDecimal, times } from "../../domain/decimal.ts";
import type { Measure } from "../measure.ts";

/** Art. 4 §1, 2°: low-skilled persons missing from their minimum share of the placements, rounded up. */
export const lowSkilled: Measure = {
  sense: () => "minimise",
  value: ({ round, services }) => {
    const asked = round.policy.lowSkilled;
    if (asked === null) return 0;
    const placed = services.filter(({ candidate }) => candidate.attributes[asked.dimension] === asked.category).length;
    return Math.max(0, ceil(times(parseDecimal(asked.minimum), services.length)) - placed);
  },
};
