import { arcsOfPlacements } from "../model/arcs-of-placements.ts";
import { minimising, never, sumEntry } from "./objective.ts";

/**
 * Repair: published candidates who lose their placement or whose promotion or missions change.
 *
 *     |published| - sum of x over the arcs that equal a published placement, minimised
 */
export const changes = minimising(
  "changes",
  sumEntry((instance) => {
    const { published } = instance.round;
    const kept = arcsOfPlacements(instance, published);
    const weights = new Int8Array(instance.arcs.openings.count);
    return { weights, marked: new Map(kept.map((arc) => [arc, -1])), constant: published.length };
  }, never),
);
