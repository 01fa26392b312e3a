import { breaks, type Check } from "../check.ts";

/**
 * Operational (13): members and placements are at most `maxSize` less the seats kept free, and at least `minSize` where this
 * round places somebody or the promotion must be held. Nobody joins a promotion that its members overfill.
 */
export const promotionSize: Check = ({ round, placedIn }) =>
  round.promotions.flatMap(({ id, members, minSize, maxSize, keepFree, mustHold }) => {
    const placed = placedIn.get(id)?.length ?? 0;
    const size = members.length + placed;
    const seats = maxSize - keepFree;
    if (placed > 0 && size > seats) return breaks("promotion-size", { promotion: id }, `${size} citizens for ${seats} seats`);
    if ((placed > 0 || mustHold) && size < minSize) {
      return breaks("promotion-size", { promotion: id }, `${size} citizens, at least ${minSize} needed`);
    }
    return [];
  });
