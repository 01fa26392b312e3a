import { groupBy } from "../casefile.ts";
import { breaks, type Check } from "../check.ts";

/** Art. 16 §1, 22 §1, 23 §1: a candidate has at most one placement, in one promotion. */
export const onePlace: Check = ({ services }) =>
  [...groupBy(services, ({ candidate }) => candidate.id)]
    .filter(([, placements]) => placements.length > 1)
    .map(([candidate, placements]) => breaks("one-place", { candidate }, `placed ${placements.length} times`));
