import { at } from "../../model/instance.ts";
import { compactOf } from "../local/compact.ts";
import type { Augmentable } from "./augment.ts";
import type { ArcCost } from "./earlier-costs.ts";

/**
 * Lets those whom a tier wants, and who wait or are placed where it gains nothing, take the seat or place of somebody whom no earlier tier wants, who
 * then waits instead. Promotions keep the people they need. Returns how many were displaced.
 */
export function displace(
  { instance, occupancy, usable, mayMove }: Augmentable,
  queue: readonly number[],
  cost: ArcCost,
  earlier: readonly ArcCost[],
): number {
  const { runs, places } = compactOf(instance);
  const { arcs, seats } = instance;
  const { starts, firstArc } = arcs.openings;
  const { chosen, size, load } = occupancy;
  const mayWait = (arc: number) => mayMove(arc, arc) && earlier.every((one) => one.of(arc) >= 0);
  const isInBeing = (promotion: number) => at(size, promotion) >= Math.max(1, at(seats, promotion).needed);
  const isSpare = (promotion: number) =>
    at(size, promotion) > Math.max(1, at(seats, promotion).needed, at(seats, promotion).owed);

  /** Those who have a place that an opening lacks; `null` where it lacks more than one. */
  function inTheWay(opening: number): readonly number[] | null {
    let there: readonly number[] | null = [];
    for (let i = at(runs.starts, opening); i < at(runs.starts, opening + 1); i++) {
      for (let slot = at(runs.from, i); slot < at(runs.until, i); slot++) {
        if (at(load, slot) < at(places, slot)) continue;
        const here = Array.from({ length: at(load, slot) }, (_, k) => occupancy.occupant(slot, k));
        there = there.length === 0 ? here : there.filter((arc) => here.includes(arc));
        if (there.length === 0) return null;
      }
    }
    return there;
  }

  function takes(arc: number, victims: readonly number[]): boolean {
    const promotion = arcs.promotionOf(arc);
    for (const victim of victims) {
      const left = arcs.promotionOf(victim);
      if (!mayWait(victim) || (left !== promotion && !isSpare(left))) continue;
      occupancy.remove(victim);
      if (occupancy.hasSeat(arc) && occupancy.hasPlaces(arc)) {
        occupancy.add(arc);
        return true;
      }
      occupancy.add(victim);
    }
    return false;
  }

  /** Puts a candidate who had `from` (or waited) where the tier wants them. */
  function bringIn(candidate: number, from: number): boolean {
    for (let opening = at(starts, candidate); opening < at(starts, candidate + 1); opening++) {
      const there = inTheWay(opening);
      if (there === null) continue;
      for (let arc = at(firstArc, opening); arc < at(firstArc, opening + 1); arc++) {
        const promotion = arcs.promotionOf(arc);
        if (!isInBeing(promotion) || !usable(arc) || cost.of(arc) >= 0 || (from >= 0 && !mayMove(from, arc))) continue;
        const members = () => Array.from({ length: at(size, promotion) }, (_, k) => occupancy.member(promotion, k));
        if (takes(arc, there.length > 0 ? there : members())) return true;
      }
    }
    return false;
  }

  let displaced = 0;
  for (const candidate of queue) {
    const from = at(chosen, candidate);
    if (!cost.wants(candidate)) continue;
    if (from >= 0 && (cost.of(from) < 0 || !mayMove(from, from) || !isSpare(arcs.promotionOf(from)))) continue;
    if (from >= 0) occupancy.remove(from);
    if (bringIn(candidate, from)) displaced += 1;
    else if (from >= 0) occupancy.add(from);
  }
  return displaced;
}
