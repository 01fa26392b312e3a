import { arcsOfPlacements } from "../model/arcs-of-placements.ts";
import { sumOf } from "../model/linear-expression.ts";
import { minimising } from "./objective.ts";

/**
 * Repair: published candidates who lose their placement or whose promotion or missions change.
 *
 *     |published| - sum of x over the arcs that equal a published placement, minimised
 */
export const changes = minimising("changes", ({ instance }) => {
  const { published } = instance.round;
  const kept = arcsOfPlacements(instance, published).toSorted((a, b) => a - b);
  return sumOf(kept, -1, published.length);
});
