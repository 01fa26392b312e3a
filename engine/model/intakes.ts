import type { Promotion, Round } from "../domain/round.ts";

/** Promotions of one zone and one service period: no rule about a proposal (`forbids`) tells them apart. Numbers index the round's promotions. */
export type Intake = readonly number[];

/** The intakes of a round, in the order of their first promotion, and the intake of each promotion. */
export interface Intakes {
  readonly intakes: readonly Intake[];
  readonly ofPromotion: Int32Array;
}

/** Groups promotions that are interchangeable but for their seats, members and pins. */
export function intakesOf({ promotions }: Pick<Round, "promotions">): Intakes {
  const numbers = new Map<string, number>();
  const intakes: number[][] = [];
  const ofPromotion = Int32Array.from(promotions, (promotion, index) => {
    const key = keyOf(promotion);
    const known = numbers.get(key) ?? intakes.push([]) - 1;
    numbers.set(key, known);
    intakes[known]?.push(index);
    return known;
  });
  return { intakes, ofPromotion };
}

/** Zones are in canonical order, so equal ones have equal texts. */
function keyOf({ zone, start, end }: Promotion): string {
  return JSON.stringify([start, end, zone.municipalities, zone.provinces, zone.regions, zone.languageAreas]);
}
