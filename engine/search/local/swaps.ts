import type { Random } from "../random.ts";
import type { CompositionMeter } from "./composition-meter.ts";
import type { Position } from "./position.ts";

/** What a swap may do to the persons outside the bands; asked before it is made. */
export type Admits = (change: DeviationChange) => boolean;

/** Persons outside the bands of two promotions before and after; `other` is the same before and after where there is only one. */
export interface DeviationChange {
  before: number;
  after: number;
  otherBefore: number;
  otherAfter: number;
}

/** People of a promotion whose place a candidate is offered, one after the other. */
const VICTIMS = 4;

/**
 * The smallest moves that keep every size: a candidate takes the seat of somebody, who gets the candidate's in return, or waits if the
 * candidate did. What that does to the bands follows from the two people's categories, so most swaps are refused before anything is
 * changed. Returns a function that tries the swap of an arc; false, and nothing changed, where none is possible or admitted.
 */
export function swapsOn(position: Position, composition: CompositionMeter, random: Random, admits: Admits) {
  const { compact, chosen, size } = position;
  const { candidateOf, promotionOf, firstArc, usable } = compact;
  const { deviations } = composition;
  const change: DeviationChange = { before: 0, after: 0, otherBefore: 0, otherAfter: 0 };

  /** An arc of the candidate into the promotion, one of several at random; -1 without. */
  const arcInto = (candidate: number, promotion: number): number => {
    let [found, seen] = [-1, 0];
    for (let arc = firstArc[candidate] ?? 0, end = firstArc[candidate + 1] ?? 0; arc < end; arc++) {
      if (promotionOf(arc) !== promotion || !usable(arc)) continue;
      seen += 1;
      if (seen === 1 || random.below(seen) === 0) found = arc;
    }
    return found;
  };
  const isAdmitted = (candidate: number, victim: number, here: number, there: number): boolean => {
    change.before = deviations[here] ?? 0;
    change.after = change.before + composition.changeOf(here, victim, candidate);
    change.otherBefore = there < 0 ? 0 : (deviations[there] ?? 0);
    change.otherAfter = there < 0 ? 0 : change.otherBefore + composition.changeOf(there, candidate, victim);
    return admits(change);
  };
  /** Puts everybody where they go, and back if there is no place. */
  const make = (arc: number, current: number, lost: number, instead: number): boolean => {
    if (current >= 0) position.remove(current);
    position.remove(lost);
    if (position.hasPlaces(arc)) {
      position.add(arc);
      if (instead < 0 || position.hasPlaces(instead)) {
        if (instead >= 0) position.add(instead);
        return true;
      }
    }
    position.undo();
    return false;
  };
  return (arc: number): boolean => {
    const candidate = candidateOf(arc);
    const here = promotionOf(arc);
    const current = chosen[candidate] ?? -1;
    const there = current < 0 ? -1 : promotionOf(current);
    const people = size[here] ?? 0;
    if (here === there || people === 0 || !usable(arc)) return false;
    for (let i = 0; i < VICTIMS; i++) {
      const lost = position.member(here, random.below(people));
      const victim = candidateOf(lost);
      if (!isAdmitted(candidate, victim, here, there)) continue;
      const instead = there < 0 ? -1 : arcInto(victim, there);
      if (there >= 0 && instead < 0) continue;
      if (make(arc, current, lost, instead)) return true;
    }
    return false;
  };
}
