import { at, type Instance } from "../model/instance.ts";
import { arcsBarredByPins } from "../rules/pins.ts";
import { compactOf } from "./local/compact.ts";
import { chosenArcs, type Occupancy, openOccupancy } from "./local/occupancy.ts";

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
 * remain broken, so check it before use. Arcs to `avoid` are for pinned people only; those in `preferred` are taken before all others, in
 * their order, as far as they fit. Returns the chosen arcs, ascending.
 */
export function constructiveStart(
  instance: Instance,
  avoid: (arc: number) => boolean = () => false,
  preferred: readonly number[] = [],
): readonly number[] {
  const occupancy = openOccupancy(compactOf(instance));
  const barred = arcsBarredByPins(instance);
  const names = new Set(instance.round.pins.flatMap((pin) => (pin.kind === "place" ? [pin.candidate] : [])));
  const pinned = instance.round.candidates.flatMap(({ id }, index) => (names.has(id) ? [index] : []));
  const closed = new Set<number>();
  const open = (arc: number) => !barred.has(arc) && !closed.has(instance.arcs.promotionOf(arc));
  for (const candidate of pinned) insertBest({ instance, occupancy, usable: open }, candidate);
  for (const arc of preferred) {
    const waits = at(occupancy.chosen, instance.arcs.candidateOf(arc)) < 0;
    if (waits && open(arc) && occupancy.hasSeat(arc) && occupancy.hasPlaces(arc)) occupancy.add(arc);
  }
  const choosing: Choosing = { instance, occupancy, usable: (arc) => open(arc) && !avoid(arc) };
  for (;;) {
    insertAll(choosing);
    const short = mostShort(choosing, closed);
    if (short !== null) {
      closed.add(short);
      giveUp(choosing, short);
    } else if (!advanceSomeone(choosing, new Set(pinned))) {
      return chosenArcs(occupancy);
    }
  }
}

function insertAll(choosing: Choosing): void {
  const { instance, occupancy } = choosing;
  const waiting = instance.round.candidates
    .map((candidate, index) => ({
      index,
      priority: candidate.reserveSince !== null || candidate.deferrals > 0 ? 0 : 1,
      possibilities: instance.arcs.ofCandidate(index).length,
    }))
    .filter(({ index }) => at(occupancy.chosen, index) < 0)
    .sort((a, b) => a.priority - b.priority || a.possibilities - b.possibilities || a.index - b.index);
  for (const { index } of waiting) insertBest(choosing, index);
}

function insertBest({ instance, occupancy, usable }: Choosing, candidate: number): void {
  const cost = (arc: number) => instance.arcs.delayOf(arc) * 10 + instance.arcs.choiceOf(arc);
  const free = instance.arcs
    .ofCandidate(candidate)
    .filter((arc) => usable(arc) && occupancy.hasSeat(arc) && occupancy.hasPlaces(arc));
  if (free.length > 0) occupancy.add(free.reduce((best, arc) => (cost(arc) < cost(best) ? arc : best)));
}

function giveUp({ instance, occupancy }: Choosing, promotion: number): void {
  for (const arc of instance.arcs.ofPromotion(promotion)) {
    if (at(occupancy.chosen, instance.arcs.candidateOf(arc)) === arc) occupancy.remove(arc);
  }
}

/** The promotion with the largest shortage to its minimum among those with a placement, or `null`. */
function mostShort({ instance, occupancy }: Choosing, closed: ReadonlySet<number>): number | null {
  const shortages = instance.seats.map(({ needed }, promotion) => {
    const placed = at(occupancy.size, promotion);
    return placed === 0 || closed.has(promotion) ? 0 : needed - placed;
  });
  const worst = Math.max(0, ...shortages);
  return worst === 0 ? null : shortages.indexOf(worst);
}

/** Moves the deferred candidates who find a seat and place on their nearest date there; whether there was one. */
function advanceSomeone({ instance, occupancy, usable }: Choosing, pinned: ReadonlySet<number>): boolean {
  let moved = false;
  instance.round.candidates.forEach((_, candidate) => {
    const current = at(occupancy.chosen, candidate);
    if (current < 0 || pinned.has(candidate) || instance.arcs.delayOf(current) === 0) return;
    occupancy.remove(current);
    const nearest = instance.arcs.ofCandidate(candidate).find((arc) => {
      const { delayDays, promotion } = instance.arcs.get(arc);
      const inBeing = at(occupancy.size, promotion) + 1 >= at(instance.seats, promotion).needed;
      return delayDays === 0 && usable(arc) && inBeing && occupancy.hasSeat(arc) && occupancy.hasPlaces(arc);
    });
    occupancy.add(nearest ?? current);
    moved ||= nearest !== undefined;
  });
  return moved;
}
