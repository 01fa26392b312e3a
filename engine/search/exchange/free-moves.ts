import { at, type Instance } from "../../model/instance.ts";
import type { Position } from "../local/position.ts";
import type { TierKeeper } from "./tier-keeper.ts";

/** Whether a candidate prefers an arc to their own: a better choice or less delay, and neither of them worse. */
export function prefers({ arcs }: Instance, arc: number, own: number): boolean {
  const [rank, days] = [arcs.choiceOf(arc) - arcs.choiceOf(own), arcs.delayOf(arc) - arcs.delayOf(own)];
  return rank <= 0 && days <= 0 && (rank < 0 || days < 0);
}

/** Moves whoever prefers a free seat and place and costs no tier anything by it; how many were. */
export function takeFreePlaces(instance: Instance, position: Position, accepted: TierKeeper): number {
  const { chosen, compact } = position;
  let moved = 0;
  for (let arc = 0; arc < compact.arcs; arc++) {
    const own = at(chosen, compact.candidateOf(arc));
    if (own < 0 || !compact.usable(arc) || !prefers(instance, arc, own)) continue;
    const sameSeats = compact.promotionOf(arc) === compact.promotionOf(own);
    if (!sameSeats && !position.hasSeat(arc)) continue;
    position.remove(own);
    if (!position.hasSeat(arc) || !position.hasPlaces(arc)) {
      position.undo();
      continue;
    }
    position.add(arc);
    if (accepted()) moved++;
  }
  return moved;
}
