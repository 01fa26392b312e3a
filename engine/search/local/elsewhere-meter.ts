import { at, type Instance } from "../../model/instance.ts";
import type { Meter } from "./meter.ts";

/** Promotions in which this round places someone, with enough persons serving in another Region (`value`), and without (`unmet`). */
export interface ElsewhereMeter extends Meter {
  readonly unmet: Meter;
}

/** Follows who serves in another Region, members included. */
export function elsewhereMeter({ arcs, membersElsewhere }: Instance, minimum: number): ElsewhereMeter {
  const { wishes, wishOf } = arcs.openings;
  const crosses = Uint8Array.from(wishOf, (wish) => (at(wishes, wish).crossRegion ? 1 : 0));
  const elsewhere = Int32Array.from(membersElsewhere);
  const placed = new Int32Array(elsewhere.length);
  let [met, held] = [0, 0];
  const move = (opening: number, promotion: number, by: 1 | -1) => {
    const here = placed[promotion] ?? 0;
    const across = elsewhere[promotion] ?? 0;
    if (here > 0) {
      held -= 1;
      if (across >= minimum) met -= 1;
    }
    const after = across + (crosses[opening] ?? 0) * by;
    placed[promotion] = here + by;
    elsewhere[promotion] = after;
    if (here + by > 0) {
      held += 1;
      if (after >= minimum) met += 1;
    }
  };
  const nothing = () => undefined;
  return {
    add: (opening, promotion) => move(opening, promotion, 1),
    remove: (opening, promotion) => move(opening, promotion, -1),
    value: () => met,
    unmet: { add: nothing, remove: nothing, value: () => held - met },
  };
}
