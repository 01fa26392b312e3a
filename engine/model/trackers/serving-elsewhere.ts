import { at } from "../instance.ts";
import type { Tracker, Trackers } from "../tracker.ts";

/** Promotions in which this round places someone, with and without enough persons serving in another Region. */
export interface ElsewhereTracker extends Tracker {
  met(): number;
  unmet(): number;
}

/** Follows who serves in another Region, members included. */
export function elsewhereTracker(trackers: Trackers, minimum: number): ElsewhereTracker {
  return trackers.tracker("elsewhere", () => {
    const { arcs, membersElsewhere } = trackers.instance;
    const elsewhere = Int32Array.from(membersElsewhere);
    const placed = new Int32Array(elsewhere.length);
    let [met, held] = [0, 0];
    const move = (arc: number, by: 1 | -1) => {
      const { promotion, crossRegion } = at(arcs, arc);
      const count = (sign: 1 | -1) => {
        if (at(placed, promotion) === 0) return;
        held += sign;
        if (at(elsewhere, promotion) >= minimum) met += sign;
      };
      count(-1);
      placed[promotion] = at(placed, promotion) + by;
      if (crossRegion) elsewhere[promotion] = at(elsewhere, promotion) + by;
      count(1);
    };
    return { add: (arc) => move(arc, 1), remove: (arc) => move(arc, -1), met: () => met, unmet: () => held - met };
  });
}
