import { at, type Instance } from "../../model/instance.ts";
import type { Position } from "../local/position.ts";
import type { TierKeeper } from "./tier-keeper.ts";

/** Whether a candidate prefers an opening to that of their own arc: a better choice or less delay, and neither of them worse. */
function prefers({ arcs }: Instance, opening: number, own: number): boolean {
  const { wishes, wishOf, delayDays } = arcs.openings;
  const choiceOf = (one: number) => at(wishes, at(wishOf, one)).choice;
  const [rank, days] = [choiceOf(opening) - choiceOf(own), at(delayDays, opening) - at(delayDays, own)];
  return rank <= 0 && days <= 0 && (rank < 0 || days < 0);
}

/** The openings that a placed candidate prefers to their own arc, in order. */
export function preferredOpenings(instance: Instance, candidate: number, own: number): readonly number[] {
  const { starts } = instance.arcs.openings;
  const taken = instance.arcs.openingOf(own);
  const preferred: number[] = [];
  for (let opening = at(starts, candidate); opening < at(starts, candidate + 1); opening++) {
    if (prefers(instance, opening, taken)) preferred.push(opening);
  }
  return preferred;
}

/** Whether two openings take places of one host. */
function shareHost({ arcs }: Instance, one: number, other: number): boolean {
  const { wishes, wishOf } = arcs.openings;
  const { hosts } = at(wishes, at(wishOf, other));
  return at(wishes, at(wishOf, one)).hosts.some((host) => hosts.includes(host));
}

/** Moves whoever prefers a free seat and place and costs no tier anything by it; how many were. */
export function takeFreePlaces(instance: Instance, position: Position, accepted: TierKeeper): number {
  const { chosen, compact } = position;
  let moved = 0;
  const tryArc = (arc: number, own: number): boolean => {
    const sameSeats = compact.promotionOf(arc) === compact.promotionOf(own);
    if (!compact.usable(arc) || (!sameSeats && !position.hasSeat(arc))) return false;
    position.remove(own);
    if (!position.hasSeat(arc) || !position.hasPlaces(arc)) {
      position.undo();
      return false;
    }
    position.add(arc);
    return accepted();
  };
  const { firstArc } = instance.arcs.openings;
  for (let candidate = 0; candidate < compact.candidates; candidate++) {
    const first = at(chosen, candidate);
    if (first < 0) continue;
    for (const opening of preferredOpenings(instance, candidate, first)) {
      const own = at(chosen, candidate);
      const taken = compact.openingOf(own);
      if (!prefers(instance, opening, taken)) continue;
      if (!position.hasPlacesFor(opening) && !shareHost(instance, opening, taken)) continue;
      for (let arc = at(firstArc, opening); arc < at(firstArc, opening + 1); arc++) {
        if (!tryArc(arc, own)) continue;
        moved++;
        break;
      }
    }
  }
  return moved;
}
