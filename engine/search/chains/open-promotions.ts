import { at } from "../../model/instance.ts";
import { openKeeper } from "./chain-keeper.ts";
import type { ChainTask } from "./chain-task.ts";
import { openingCosts } from "./opening-costs.ts";
import { openRooms, type Rooms } from "./rooms.ts";

/**
 * Holds promotions that nobody is in where the first stage without a limit gains by it: those who gain most come first, and as many of those who neither
 * gain nor lose as the promotion needs; who has the place that one of them wants goes to another seat. Chains never do so, as each of them
 * begins with one person and a promotion needs several. Limits and rules are kept, or the promotion stays empty. Returns how many are held now.
 */
export function openPromotions(task: Omit<ChainTask, "longest" | "most">): number {
  const { instance, stages, limits, position, stop } = task;
  const stage = at(stages, limits.length);
  const target = stage.sense === "minimise" ? task.target : -task.target;
  const dial = at(position.dials, limits.length);
  const rooms = openRooms(instance, position);
  let costs = openingCosts(instance, stage, position);
  let opened = 0;
  for (let promotion = 0; promotion < instance.seats.length; promotion++) {
    if (costs === null || stop() || dial.value() <= target) break;
    if (at(position.size, promotion) > 0 || at(instance.seats, promotion).free === 0) continue;
    const keeper = openKeeper(task, costs);
    keeper.begin();
    fill(task, rooms, costs, promotion);
    if (at(position.size, promotion) === 0 || !position.keepsSizes() || !keeper.mayEnd()) {
      position.undo();
      continue;
    }
    position.accept();
    opened += 1;
    // Who has moved may have changed what a person more costs.
    costs = openingCosts(instance, stage, position);
  }
  return opened;
}

/** Brings people into a promotion, each where the limits allow it. */
function fill(
  { instance, limits, stages, position }: Omit<ChainTask, "longest" | "most">,
  rooms: Rooms,
  costs: Float64Array,
  promotion: number,
): void {
  const { compact, chosen, dials, size } = position;
  const { openingOf, candidateOf, openings } = compact;
  const { starts } = openings;
  const { free, needed } = at(instance.seats, promotion);
  const costOf = (arc: number) => (arc < 0 ? 0 : at(costs, openingOf(arc)));
  const isWithin = () =>
    limits.every((limit, i) => at(dials, i).value() <= (at(stages, i).sense === "minimise" ? limit : -limit));
  const ownOf = (arc: number) => at(chosen, candidateOf(arc));

  /** The seat that costs least among those free for somebody who had `from`, cheaper than `most`; -1 without. */
  function elsewhere(from: number, most: number): number {
    let [best, bestCost] = [-1, most];
    const candidate = candidateOf(from);
    for (let o = at(starts, candidate); o < at(starts, candidate + 1); o++) {
      if (at(costs, o) >= bestCost || rooms.firstFull(o) >= 0) continue;
      const arc = rooms.seatIn(o, from);
      if (arc >= 0) [best, bestCost] = [arc, at(costs, o)];
    }
    return best;
  }

  /** Takes the place that an arc lacks from somebody who loses no more than `gain` elsewhere; else nothing has changed. */
  function takePlace(arc: number, gain: number): boolean {
    const slot = rooms.firstFull(openingOf(arc));
    return rooms.occupants(slot).some((victim) => {
      if (rooms.isPinned(candidateOf(victim)) || !rooms.mayLeave(victim)) return false;
      const before = position.changes();
      position.remove(victim);
      if (position.hasPlaces(arc)) {
        position.add(arc);
        const other = elsewhere(victim, costOf(victim) + gain + 0.5);
        if (other >= 0) {
          position.add(other);
          if (isWithin()) return true;
        }
      }
      position.undoTo(before);
      return false;
    });
  }

  const able = instance.arcs.ofPromotion(promotion).filter((arc) => rooms.mayTake(arc, ownOf(arc)));
  if (!able.some((arc) => costOf(arc) < costOf(ownOf(arc)))) return;
  const gains = able
    .filter((arc) => costOf(arc) <= costOf(ownOf(arc)))
    .map((arc) => ({ arc, gain: costOf(ownOf(arc)) - costOf(arc), isPlaced: ownOf(arc) < 0 ? 0 : 1 }))
    .sort((a, b) => b.gain - a.gain || a.isPlaced - b.isPlaced || a.arc - b.arc);
  const bringIn = (those: typeof gains, most: number, mayTakePlaces: boolean) => {
    for (const { arc, gain } of those) {
      if (at(size, promotion) >= most) return;
      const own = ownOf(arc);
      if (own >= 0 && (compact.promotionOf(own) === promotion || !rooms.mayLeave(own))) continue;
      const before = position.changes();
      if (own >= 0) position.remove(own);
      if (position.hasPlaces(arc)) {
        position.add(arc);
        if (isWithin()) continue;
      } else if (mayTakePlaces && takePlace(arc, gain)) continue;
      position.undoTo(before);
    }
  };
  const split = gains.findIndex(({ gain }) => gain === 0);
  const winners = split < 0 ? gains : gains.slice(0, split);
  for (const mayTakePlaces of [false, true]) bringIn(winners, free, mayTakePlaces);
  for (const mayTakePlaces of [false, true]) bringIn(gains.slice(winners.length), Math.max(1, needed), mayTakePlaces);
}
