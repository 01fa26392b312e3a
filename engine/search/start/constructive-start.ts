import { at, type Instance } from "../../model/instance.ts";
import { arcsBarredByPins } from "../../rules/pins.ts";
import { compactOf } from "../local/compact.ts";
import { chosenArcs, type Occupancy, openOccupancy } from "../local/occupancy.ts";
import { augment, augmentTier } from "./augment.ts";
import { displace } from "./displace.ts";
import type { ArcCost } from "./earlier-costs.ts";

/** One promotion in so many is given up at a time. */
const GIVEN_UP_AT_ONCE = 50;
/** Times that people are displaced for an earlier tier: what follows may leave somebody else of theirs waiting. */
const MOST_DISPLACED = 4;

/** What the start may use: arcs that no pin takes away and whose promotion was not given up. */
interface Choosing {
  readonly instance: Instance;
  readonly occupancy: Occupancy;
  readonly usable: (arc: number) => boolean;
}

/**
 * A placement made by hand: pinned people first, then who has priority, then who has the fewest possibilities; each on the arc
 * with the least delay and best rank that is still free. Promotions that stay below their minimum are given up, the one with the
 * largest shortage first, and their people offered what is left; who waits while a seat and place on their nearest date are free
 * moves there. It keeps places, seats and minimum sizes, and leaves no seat idle; pins that cannot be kept and hard quotas may
 * remain broken, so check it before use. People make room for who still waits, before
 * promotions are given up and after. Arcs that cost an earlier tier something are for pinned people only; those in `preferred` are taken before all others, in
 * their order, as far as they fit. Returns the chosen arcs, ascending.
 */
export function constructiveStart(
  instance: Instance,
  earlier: readonly ArcCost[] = [],
  preferred: readonly number[] = [],
): readonly number[] {
  const occupancy = openOccupancy(compactOf(instance));
  const barred = arcsBarredByPins(instance);
  const names = new Set(instance.round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  const pinned = instance.round.candidates.flatMap(({ id }, index) => (names.has(id) ? [index] : []));
  const closed = new Set<number>();
  const avoids = (arc: number) => earlier.some((cost) => cost.of(arc) > 0);
  const open = (arc: number) => !barred.has(arc) && !closed.has(instance.arcs.promotionOf(arc));
  for (const candidate of pinned) insertBest({ instance, occupancy, usable: open }, candidate);
  for (const arc of preferred) {
    const waits = at(occupancy.chosen, instance.arcs.candidateOf(arc)) < 0;
    if (waits && open(arc) && occupancy.hasSeat(arc) && occupancy.hasPlaces(arc)) occupancy.add(arc);
  }
  const choosing: Choosing = { instance, occupancy, usable: (arc) => open(arc) && !avoids(arc) };
  const queue = queueOf(instance);
  const stays = new Set(pinned);
  const mayMove = (from: number, to: number) =>
    !stays.has(instance.arcs.candidateOf(from)) && earlier.every((cost) => cost.of(to) <= cost.of(from));
  const loose = { ...choosing, mayMove, keepsSizes: false };
  for (const candidate of queue) if (at(occupancy.chosen, candidate) < 0) insertBest(choosing, candidate);
  for (const cost of earlier) augmentTier(loose, queue, cost);
  augment(loose, queue);
  const kept = { ...loose, keepsSizes: true };
  let rounds = 0;
  for (;;) {
    for (const candidate of queue) if (at(occupancy.chosen, candidate) < 0) insertBest(choosing, candidate);
    const short = mostShort(choosing, closed);
    for (const promotion of short) {
      closed.add(promotion);
      giveUp(choosing, promotion);
    }
    if (short.length > 0 || advanceSomeone(choosing, stays)) continue;
    if (augment(kept, queue) > 0) continue;
    const displaced =
      rounds++ < MOST_DISPLACED ? earlier.reduce((sum, cost) => sum + displace(kept, queue, cost, earlier), 0) : 0;
    if (displaced === 0) return chosenArcs(occupancy);
  }
}

/** Who has priority first, then who has the fewest possibilities. */
function queueOf({ round, arcs }: Instance): readonly number[] {
  const all = round.candidates.map(({ reserveSince, deferrals }, index) => ({
    index,
    priority: reserveSince !== null || deferrals > 0 ? 0 : 1,
    possibilities: arcs.firstOf(index + 1) - arcs.firstOf(index),
  }));
  all.sort((a, b) => a.priority - b.priority || a.possibilities - b.possibilities || a.index - b.index);
  return all.map(({ index }) => index);
}

/** Puts a candidate on the free arc with the least delay and best rank; the places of an opening are asked for once for all its arcs. */
function insertBest({ instance, occupancy, usable }: Choosing, candidate: number): void {
  const { starts, firstArc, delayDays, wishes, wishOf } = instance.arcs.openings;
  let [best, least] = [-1, Infinity];
  for (let opening = at(starts, candidate); opening < at(starts, candidate + 1); opening++) {
    const cost = at(delayDays, opening) * 10 + at(wishes, at(wishOf, opening)).choice;
    if (cost >= least || !occupancy.hasPlacesFor(opening)) continue;
    for (let arc = at(firstArc, opening); arc < at(firstArc, opening + 1); arc++) {
      if (!occupancy.hasSeat(arc) || !usable(arc)) continue;
      [best, least] = [arc, cost];
      break;
    }
  }
  if (best >= 0) occupancy.add(best);
}

/** Empties a promotion. */
function giveUp({ occupancy }: Choosing, promotion: number): void {
  while (at(occupancy.size, promotion) > 0) occupancy.remove(occupancy.member(promotion, 0));
}

/** The promotions with a placement and the largest shortage to their minimum: one, or two in a hundred of a large round's. */
function mostShort({ instance, occupancy }: Choosing, closed: ReadonlySet<number>): readonly number[] {
  const short = instance.seats.flatMap(({ needed }, promotion) => {
    const placed = at(occupancy.size, promotion);
    return placed === 0 || placed >= needed || closed.has(promotion) ? [] : [{ promotion, by: needed - placed }];
  });
  short.sort((a, b) => b.by - a.by || a.promotion - b.promotion);
  return short.slice(0, Math.max(1, Math.floor(instance.seats.length / GIVEN_UP_AT_ONCE))).map(({ promotion }) => promotion);
}

/** Moves the deferred candidates who find a seat and place on their nearest date there; whether there was one. */
function advanceSomeone({ instance, occupancy, usable }: Choosing, pinned: ReadonlySet<number>): boolean {
  const { starts, firstArc, delayDays } = instance.arcs.openings;
  const nearestFree = (candidate: number): number => {
    for (let opening = at(starts, candidate); opening < at(starts, candidate + 1); opening++) {
      if (at(delayDays, opening) > 0 || !occupancy.hasPlacesFor(opening)) continue;
      for (let arc = at(firstArc, opening); arc < at(firstArc, opening + 1); arc++) {
        const promotion = instance.arcs.promotionOf(arc);
        const inBeing = at(occupancy.size, promotion) + 1 >= at(instance.seats, promotion).needed;
        if (inBeing && occupancy.hasSeat(arc) && usable(arc)) return arc;
      }
    }
    return -1;
  };
  let moved = false;
  occupancy.chosen.forEach((current, candidate) => {
    if (current < 0 || pinned.has(candidate) || instance.arcs.delayOf(current) === 0) return;
    occupancy.remove(current);
    const nearest = nearestFree(candidate);
    occupancy.add(nearest < 0 ? current : nearest);
    moved ||= nearest >= 0;
  });
  return moved;
}
