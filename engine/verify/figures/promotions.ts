import type { PromotionResult } from "../../domain/result.ts";
import { type Casefile, groupBy } from "../casefile.ts";
import { compositionOf } from "../composition.ts";

/** Size, composition, bands and cross-region count of every promotion, from the placements alone. */
export function promotionFigures(casefile: Casefile): PromotionResult[] {
  return casefile.round.promotions.map((promotion) => {
    const { size, placed, counts, shares, deviation, crossRegion } = compositionOf(casefile, promotion);
    const bands = [...groupBy(shares, ({ dimension }) => dimension)].map(([dimension, ofDimension]) => [
      dimension,
      Object.fromEntries(ofDimension.map(({ category, band }) => [category, band])),
    ]);
    return {
      id: promotion.id,
      size,
      placed,
      counts: Object.fromEntries([...counts].map(([dimension, perCategory]) => [dimension, Object.fromEntries(perCategory)])),
      bands: Object.fromEntries(bands),
      deviation,
      crossRegion,
    };
  });
}
