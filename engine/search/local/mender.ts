import type { Random } from "../random.ts";
import type { Position } from "./position.ts";

/** Arcs looked at to find somebody for a promotion that has become too small. */
const PULLS = 12;
/** Waiting candidates who may be seated per candidate that the move touched. */
const SEATINGS = 4;

/**
 * Completes a move: fills promotions left too small, and seats waiting candidates where their nearest date has a seat and place free.
 * Returns a function that says whether nothing of the kind is left.
 */
export function menderOf(position: Position, random: Random): () => boolean {
  const { compact, chosen, size, idle } = position;
  const { candidateOf, promotionOf, usable, needed } = compact;
  const isFree = (arc: number) => usable(arc) && position.hasSeat(arc) && position.hasPlaces(arc);
  /** Brings somebody into a promotion: who waits, or who can be spared elsewhere. */
  const pull = (promotion: number): boolean => {
    const count = compact.arcsIn(promotion);
    if (count === 0) return false;
    for (let i = 0; i < PULLS; i++) {
      const arc = compact.arcIn(promotion, random.below(count));
      const current = chosen[candidateOf(arc)] ?? -1;
      const other = current < 0 ? -1 : promotionOf(current);
      if (other === promotion || (other >= 0 && (size[other] ?? 0) === (needed[other] ?? 0)) || !isFree(arc)) continue;
      if (current >= 0) position.remove(current);
      position.add(arc);
      return true;
    }
    return false;
  };
  const fillPromotions = (): boolean => {
    for (let i = 0; i < position.changes(); i++) {
      const promotion = position.changedPromotion(i);
      while ((size[promotion] ?? 0) > 0 && (size[promotion] ?? 0) < (needed[promotion] ?? 0)) if (!pull(promotion)) return false;
    }
    return true;
  };
  const seatWaiting = (): boolean => {
    if (idle === null) return true;
    const most = SEATINGS * position.changes();
    for (let i = 0; i < most; i++) {
      const arc = idle.find();
      if (arc < 0) return true;
      const current = chosen[candidateOf(arc)] ?? -1;
      if (current >= 0) position.remove(current);
      position.add(arc);
    }
    return idle.find() < 0;
  };

  return () => fillPromotions() && seatWaiting() && fillPromotions() && seatWaiting() && position.keepsSizes();
}
