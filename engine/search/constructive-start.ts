import { at, type Instance } from "../model/instance.ts";
import { arcsNamedBy } from "../rules/pins.ts";
import { type Ledger, openLedger } from "./ledger.ts";

/**
 * A placement made by hand: pinned people first, then who has priority, then who has the fewest possibilities; each on the arc
 * with the least delay and best rank that is still free. Promotions that stay below their minimum are dissolved, smallest
 * shortage last, and their people offered what is left. It keeps places, seats and minimum sizes; pins that cannot be kept and
 * hard quotas may remain broken, so check it against the rows before use. Returns the chosen arcs, ascending.
 */
export function constructiveStart(instance: Instance): readonly number[] {
  const ledger = openLedger(instance);
  const { usable, pinned } = applyPins(instance);
  for (const candidate of pinned) insertBest(instance, ledger, candidate, usable);
  const closed = new Set<number>();
  const open = (arc: number) => usable(arc) && !closed.has(at(instance.arcs, arc).promotion);
  insertAll(instance, ledger, open);
  for (let short = mostShort(instance, ledger, closed); short !== null; short = mostShort(instance, ledger, closed)) {
    closed.add(short);
    for (const arc of at(instance.arcsOfPromotion, short)) {
      if (ledger.arcOf(at(instance.arcs, arc).candidate) === arc) ledger.remove(arc);
    }
    insertAll(instance, ledger, open);
  }
  return ledger.chosen();
}

/** Which arcs the pins leave, and who is pinned to a place. */
function applyPins(instance: Instance): { readonly usable: (arc: number) => boolean; readonly pinned: readonly number[] } {
  const barred = new Set<number>();
  const pinned = new Set<number>();
  for (const pin of instance.round.pins) {
    const named = new Set(arcsNamedBy(pin, instance));
    const candidate = instance.round.candidates.findIndex(({ id }) => id === pin.candidate);
    if (pin.kind === "place") pinned.add(candidate);
    for (const arc of at(instance.arcsOfCandidate, candidate)) {
      if (named.has(arc) !== (pin.kind === "place")) barred.add(arc);
    }
  }
  return { usable: (arc) => !barred.has(arc), pinned: [...pinned] };
}

function insertAll(instance: Instance, ledger: Ledger, usable: (arc: number) => boolean): void {
  const waiting = instance.round.candidates
    .map((candidate, index) => ({
      index,
      priority: candidate.reserveSince !== null || candidate.deferrals > 0 ? 0 : 1,
      possibilities: at(instance.arcsOfCandidate, index).length,
    }))
    .filter(({ index }) => ledger.arcOf(index) < 0)
    .sort((a, b) => a.priority - b.priority || a.possibilities - b.possibilities || a.index - b.index);
  for (const { index } of waiting) insertBest(instance, ledger, index, usable);
}

function insertBest(instance: Instance, ledger: Ledger, candidate: number, usable: (arc: number) => boolean): void {
  const cost = (arc: number) => at(instance.arcs, arc).delayDays * 10 + at(instance.arcs, arc).choice;
  const free = at(instance.arcsOfCandidate, candidate).filter(
    (arc) => usable(arc) && ledger.hasSeat(arc) && ledger.hasPlaces(arc),
  );
  if (free.length > 0) ledger.add(free.reduce((best, arc) => (cost(arc) < cost(best) ? arc : best)));
}

/** The promotion with the largest shortage to its minimum among those with a placement, or `null`. */
function mostShort(instance: Instance, ledger: Ledger, closed: ReadonlySet<number>): number | null {
  const shortages = instance.seats.map(({ needed }, promotion) => {
    const placed = ledger.placedIn(promotion);
    return placed === 0 || closed.has(promotion) ? 0 : needed - placed;
  });
  const worst = Math.max(0, ...shortages);
  return worst === 0 ? null : shortages.indexOf(worst);
}
