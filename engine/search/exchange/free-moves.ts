import { at } from "../../model/instance.ts";
import { keepsSizes } from "../random-move.ts";
import type { Workbench } from "../workbench.ts";
import type { TierKeeper } from "./tier-keeper.ts";

/** Whether a candidate prefers an arc to their own: a better choice or less delay, and neither of them worse. */
export function prefers({ instance }: Workbench, arc: number, own: number): boolean {
  const [there, here] = [at(instance.arcs, arc), at(instance.arcs, own)];
  if (there.choice > here.choice || there.delayDays > here.delayDays) return false;
  return there.choice < here.choice || there.delayDays < here.delayDays;
}

/** Moves whoever prefers a free seat and place and costs no tier anything by it; how many were. */
export function takeFreePlaces(bench: Workbench, keeper: TierKeeper): number {
  const { instance, ledger } = bench;
  let moved = 0;
  for (const arcs of instance.arcsOfCandidate) {
    for (const arc of arcs) {
      const own = ledger.arcOf(at(instance.arcs, arc).candidate);
      if (own < 0 || !bench.usable(arc) || !prefers(bench, arc, own)) continue;
      bench.remove(own);
      if (ledger.hasSeat(arc) && ledger.hasPlaces(arc)) {
        bench.add(arc);
        if (keepsSizes(bench, [arc, own]) && keeper.keeps()) {
          keeper.settle();
          moved++;
          continue;
        }
        bench.remove(arc);
      }
      bench.add(own);
    }
  }
  return moved;
}
