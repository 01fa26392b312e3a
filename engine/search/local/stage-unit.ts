import type { Stage } from "../../formulate/stages.ts";
import type { Instance } from "../../model/instance.ts";

/** What one unlucky person costs in a stage: days for a delay, one for a count. */
export function unitOf(stage: Stage, instance: Instance): number {
  if (stage.objectives.includes("delay")) {
    let [sum, count] = [0, 0];
    for (const days of instance.arcs.openings.delayDays) {
      sum += days;
      if (days > 0) count += 1;
    }
    return Math.max(1, sum / Math.max(1, count));
  }
  return stage.objectives.includes("lottery") ? Math.max(1, instance.round.candidates.length) : 1;
}
