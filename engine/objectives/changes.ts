import { at } from "../model/instance.ts";
import { placementsThat } from "./counting.ts";
import { minimising } from "./objective.ts";

/**
 * Repair: published candidates who lose their placement or whose promotion or missions change.
 *
 *     |published| - sum of x over the arcs that equal a published placement, minimised
 */
export const changes = minimising("changes", ({ instance }) => {
  const { round } = instance;
  const published = new Map(round.published.map((placement) => [placement.candidate, placement]));
  const kept = placementsThat(instance, (arc, candidate) => {
    const before = published.get(candidate.id);
    const missions = arc.missions.map((mission) => at(round.missions, mission).id);
    return (
      before !== undefined &&
      before.promotion === at(round.promotions, arc.promotion).id &&
      before.missions.length === missions.length &&
      missions.every((id, i) => id === before.missions[i])
    );
  });
  return { ...kept, coefficients: kept.coefficients.map(() => -1), constant: round.published.length };
});
