import { at, type Instance } from "../../engine/model/instance.ts";
import { compactOf } from "../../engine/search/local/compact.ts";
import { chosenArcs, type Occupancy, openOccupancy } from "../../engine/search/local/occupancy.ts";

/**
 * First come, first served: in the order given each candidate has their best choice on the date nearest to the chosen one on which a
 * choice has a seat and a place. Promotions that stay below their minimum are dissolved, the one that lacks most first, and
 * their people are served again, in the same order, from what is left. Pins, quotas and every other aim are not looked at.
 * Returns the arcs chosen for an order of candidates.
 */
export function firstCome(instance: Instance): (order: readonly number[]) => readonly number[] {
  const occupancy = openOccupancy(compactOf(instance));
  const preferred = instance.round.candidates.map((_, candidate) => nearestFirst(instance, candidate));
  return (order) => {
    const closed = new Set<number>();
    serve(instance, occupancy, order, preferred, closed);
    for (let short = mostShort(instance, occupancy); short !== null; short = mostShort(instance, occupancy)) {
      closed.add(short);
      for (const arc of chosenIn(instance, occupancy, short)) occupancy.remove(arc);
      serve(instance, occupancy, order, preferred, closed);
    }
    const chosen = chosenArcs(occupancy);
    for (const arc of chosen) occupancy.remove(arc);
    return chosen;
  };
}

/** A candidate's arcs by distance to the chosen date, the earlier date on a tie, then by rank. */
function nearestFirst({ arcs, round }: Instance, candidate: number): readonly number[] {
  const { chosenStart } = at(round.candidates, candidate);
  const startOf = (arc: number) => at(round.promotions, arcs.promotionOf(arc)).start;
  const away = (arc: number) => Math.abs(startOf(arc) - chosenStart);
  return arcs
    .ofCandidate(candidate)
    .toSorted((a, b) => away(a) - away(b) || startOf(a) - startOf(b) || arcs.choiceOf(a) - arcs.choiceOf(b) || a - b);
}

function serve(
  { arcs }: Instance,
  occupancy: Occupancy,
  order: readonly number[],
  preferred: readonly (readonly number[])[],
  closed: ReadonlySet<number>,
): void {
  for (const candidate of order) {
    if (at(occupancy.chosen, candidate) >= 0) continue;
    const fits = (arc: number) => !closed.has(arcs.promotionOf(arc)) && occupancy.hasSeat(arc) && occupancy.hasPlaces(arc);
    const arc = at(preferred, candidate).find(fits);
    if (arc !== undefined) occupancy.add(arc);
  }
}

function chosenIn({ arcs }: Instance, occupancy: Occupancy, promotion: number): readonly number[] {
  return arcs.ofPromotion(promotion).filter((arc) => at(occupancy.chosen, arcs.candidateOf(arc)) === arc);
}

/** The promotion with placements that lacks most to its minimum, or `null`. */
function mostShort(instance: Instance, occupancy: Occupancy): number | null {
  const shortages = instance.seats.map(({ needed }, promotion) => {
    const placed = chosenIn(instance, occupancy, promotion).length;
    return placed === 0 ? 0 : needed - placed;
  });
  const worst = Math.max(0, ...shortages);
  return worst === 0 ? null : shortages.indexOf(worst);
}

/** The candidates in the order of their ids. */
export function byId({ round }: Instance): readonly number[] {
  return round.candidates.map((_, index) => index);
}
