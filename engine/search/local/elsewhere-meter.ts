import type { Instance } from "../../model/instance.ts";
import type { Compact } from "./compact.ts";
import type { Meter } from "./meter.ts";

/** Promotions in which this round places someone, with enough persons serving in another Region (`value`), and without (`unmet`). */
export interface ElsewhereMeter extends Meter {
  readonly unmet: Meter;
}

/** Follows who serves in another Region, members included. */
export function elsewhereMeter({ arcs, membersElsewhere }: Instance, { promotionOf }: Compact, minimum: number): ElsewhereMeter {
  const crosses = Uint8Array.from(arcs, (arc) => (arc.crossRegion ? 1 : 0));
  const elsewhere = Int32Array.from(membersElsewhere);
  const placed = new Int32Array(elsewhere.length);
  let [met, held] = [0, 0];
  const move = (arc: number, by: 1 | -1) => {
    const promotion = promotionOf[arc] ?? 0;
    const here = placed[promotion] ?? 0;
    const across = elsewhere[promotion] ?? 0;
    if (here > 0) {
      held -= 1;
      if (across >= minimum) met -= 1;
    }
    const after = across + (crosses[arc] ?? 0) * by;
    placed[promotion] = here + by;
    elsewhere[promotion] = after;
    if (here + by > 0) {
      held += 1;
      if (after >= minimum) met += 1;
    }
  };
  const nothing = () => undefined;
  return {
    add: (arc) => move(arc, 1),
    remove: (arc) => move(arc, -1),
    value: () => met,
    unmet: { add: nothing, remove: nothing, value: () => held - met },
  };
}
