import { at, type Instance } from "../../engine/model/instance.ts";
import { type Ledger, openLedger } from "../../engine/search/ledger.ts";

/**
 * First come, first served: in the order given each candidate has their best choice on the date nearest to the chosen one on which a
 * choice has a seat and a place. Promotions that stay below their minimum are dissolved, the one that lacks most first, and
 * their people are served again, in the same order, from what is left. Pins, quotas and every other aim are not looked at.
 * Returns the arcs chosen for an order of candidates.
 */
export function firstCome(instance: Instance): (order: readonly number[]) => readonly number[] {
  const ledger = openLedger(instance);
  const preferred = instance.arcsOfCandidate.map((arcs, candidate) => nearestFirst(instance, candidate, arcs));
  return (order) => {
    const closed = new Set<number>();
    serve(instance, ledger, order, preferred, closed);
    for (let short = mostShort(instance, ledger); short !== null; short = mostShort(instance, ledger)) {
      closed.add(short);
      for (const arc of chosenIn(instance, ledger, short)) ledger.remove(arc);
      serve(instance, ledger, order, preferred, closed);
    }
    const chosen = ledger.chosen();
    for (const arc of chosen) ledger.remove(arc);
    return chosen;
  };
}

/** A candidate's arcs by distance to the chosen date, the earlier date on a tie, then by rank. */
function nearestFirst({ arcs, round }: Instance, candidate: number, own: readonly number[]): readonly number[] {
  const { chosenStart } = at(round.candidates, candidate);
  const startOf = (arc: number) => at(round.promotions, at(arcs, arc).promotion).start;
  const away = (arc: number) => Math.abs(startOf(arc) - chosenStart);
  return own.toSorted((a, b) => away(a) - away(b) || startOf(a) - startOf(b) || at(arcs, a).choice - at(arcs, b).choice || a - b);
}

function serve(
  { arcs }: Instance,
  ledger: Ledger,
  order: readonly number[],
  preferred: readonly (readonly number[])[],
  closed: ReadonlySet<number>,
): void {
  for (const candidate of order) {
    if (ledger.arcOf(candidate) >= 0) continue;
    const fits = (arc: number) => !closed.has(at(arcs, arc).promotion) && ledger.hasSeat(arc) && ledger.hasPlaces(arc);
    const arc = at(preferred, candidate).find(fits);
    if (arc !== undefined) ledger.add(arc);
  }
}

function chosenIn({ arcs, arcsOfPromotion }: Instance, ledger: Ledger, promotion: number): readonly number[] {
  return at(arcsOfPromotion, promotion).filter((arc) => ledger.arcOf(at(arcs, arc).candidate) === arc);
}

/** The promotion with placements that lacks most to its minimum, or `null`. */
function mostShort(instance: Instance, ledger: Ledger): number | null {
  const shortages = instance.seats.map(({ needed }, promotion) => {
    const placed = chosenIn(instance, ledger, promotion).length;
    return placed === 0 ? 0 : needed - placed;
  });
  const worst = Math.max(0, ...shortages);
  return worst === 0 ? null : shortages.indexOf(worst);
}

/** The candidates in the order of their ids. */
export function byId({ round }: Instance): readonly number[] {
  return round.candidates.map((_, index) => index);
}
