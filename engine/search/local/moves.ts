import type { Random } from "../random.ts";
import type { Position } from "./position.ts";

/** Candidates who may be pushed aside one after the other by one move. */
const LONGEST_CHAIN = 3;

/** Changes of a position; each keeps seats and places, and what it leaves is for the caller to judge. */
export interface Moves {
  /** Puts the arc's candidate there: who loses seat or place by it moves to a free arc, or pushes somebody else aside, or waits. */
  force(arc: number): void;
  /** The same, and somebody of that promotion leaves in any case, if possible for the promotion the candidate comes from. */
  exchange(arc: number): void;
  /** Takes the candidate out. */
  drop(candidate: number): void;
  /** Fills an empty promotion with people who wait, then with others, until it has as many as it needs. */
  openUp(promotion: number): void;
  /** Empties a promotion and finds its people something else. */
  giveUp(promotion: number): void;
}

/** Moves on a position, drawn from a stream of random numbers. */
export function movesOn(position: Position, random: Random): Moves {
  const { compact, chosen, size, load } = position;
  const { candidateOf, promotionOf, firstArc, usable, places } = compact;
  const { starts: runStart, from: runFrom, until: runUntil } = compact.runs;
  const pushed: number[] = [];
  const isFree = (arc: number) => usable(arc) && position.hasSeat(arc) && position.hasPlaces(arc);

  const pushMember = (promotion: number) => {
    const victim = position.member(promotion, random.below(size[promotion] ?? 0));
    position.remove(victim);
    pushed.push(victim);
  };
  /** Frees the arc's slots; false where others' members or occupations fill one. */
  const clearPlaces = (arc: number): boolean => {
    const opening = compact.openingOf(arc);
    for (let i = runStart[opening] ?? 0, end = runStart[opening + 1] ?? 0; i < end; i++) {
      for (let slot = runFrom[i] ?? 0, last = runUntil[i] ?? 0; slot < last; slot++) {
        if ((load[slot] ?? 0) < (places[slot] ?? 0)) continue;
        if ((load[slot] ?? 0) === 0) return false;
        const victim = position.occupant(slot, random.below(load[slot] ?? 0));
        position.remove(victim);
        pushed.push(victim);
      }
    }
    return true;
  };
  const insert = (arc: number, mustLeave: boolean, chain: number) => {
    const promotion = promotionOf(arc);
    const current = chosen[candidateOf(arc)] ?? -1;
    const first = pushed.length;
    if (current >= 0) position.remove(current);
    if (!position.hasSeat(arc) || (mustLeave && (size[promotion] ?? 0) > 0)) {
      if ((size[promotion] ?? 0) === 0) return;
      pushMember(promotion);
    }
    if (clearPlaces(arc)) position.add(arc);
    const last = pushed.length;
    for (let i = first; i < last; i++) rehouse(pushed[i] ?? 0, current < 0 ? -1 : promotionOf(current), chain - 1);
    pushed.length = first;
  };
  /** Finds another arc for who was on `lost`: a free one, in the promotion `hole` if there is one, else somebody else's. */
  const rehouse = (lost: number, hole: number, chain: number) => {
    const candidate = candidateOf(lost);
    const [from, until] = [firstArc[candidate] ?? 0, firstArc[candidate + 1] ?? 0];
    if ((chosen[candidate] ?? -1) >= 0) return;
    let [free, seen] = [-1, 0];
    for (let arc = from; arc < until; arc++) {
      if (arc === lost || !isFree(arc)) continue;
      if (promotionOf(arc) === hole) {
        free = arc;
        break;
      }
      seen += 1;
      if (random.below(seen) === 0) free = arc;
    }
    if (free >= 0) position.add(free);
    else if (chain > 0 && until - from > 1) {
      const other = from + random.below(until - from);
      if (other !== lost && usable(other)) insert(other, false, chain);
    }
  };
  return {
    force: (arc) => insert(arc, false, LONGEST_CHAIN),
    exchange: (arc) => insert(arc, true, LONGEST_CHAIN),
    drop: (candidate) => {
      const current = chosen[candidate] ?? -1;
      if (current >= 0) position.remove(current);
    },
    openUp: (promotion) => openUp(position, random, promotion),
    giveUp: (promotion) => {
      const first = pushed.length;
      while ((size[promotion] ?? 0) > 0) pushMember(promotion);
      for (let i = pushed.length - 1; i >= first; i--) rehouse(pushed[i] ?? 0, -1, 0);
      pushed.length = first;
    },
  };
}

function openUp(position: Position, random: Random, promotion: number): void {
  const { chosen, size, compact } = position;
  const { candidateOf, promotionOf, usable, needed } = compact;
  const count = compact.arcsIn(promotion);
  const offset = random.below(Math.max(1, count));
  for (const onlyWaiting of [true, false]) {
    for (let i = 0; i < count && (size[promotion] ?? 0) < (needed[promotion] ?? 0); i++) {
      const arc = compact.arcIn(promotion, (i + offset) % count);
      const current = chosen[candidateOf(arc)] ?? -1;
      if (!usable(arc) || (onlyWaiting ? current >= 0 : current < 0) || (current >= 0 && promotionOf(current) === promotion))
        continue;
      if (current >= 0) position.remove(current);
      if (position.hasSeat(arc) && position.hasPlaces(arc)) position.add(arc);
      else if (current >= 0) position.add(current);
    }
  }
}
