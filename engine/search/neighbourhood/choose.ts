import { at, type Instance } from "../../model/instance.ts";
import type { Random } from "../random.ts";

/** How a part of a round is chosen to be solved again: promotions that share candidates, or also start close to each other. */
export type NeighbourhoodKind = "related" | "window";

/** Which promotions share candidates, and how many. */
export interface Kinship {
  /** Per promotion the others with candidates in common, most first. */
  readonly related: readonly (readonly number[])[];
  /** The same, nearest start first. */
  readonly window: readonly (readonly number[])[];
}

/** How often a promotion of the closest kin is passed over. */
const PASS_OVER = 0.4;

/** Counts the candidates that promotions have in common. */
export function kinshipOf(instance: Instance): Kinship {
  const common = instance.seats.map(() => new Map<number, number>());
  for (let candidate = 0; candidate < instance.round.candidates.length; candidate++) {
    const promotions = [...new Set(instance.arcs.ofCandidate(candidate).map((arc) => instance.arcs.promotionOf(arc)))];
    for (const a of promotions) {
      const own = at(common, a);
      for (const b of promotions) if (a !== b) own.set(b, (own.get(b) ?? 0) + 1);
    }
  }
  const startOf = (promotion: number) => at(instance.round.promotions, promotion).start;
  const related = common.map((own) => [...own].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([promotion]) => promotion));
  const away = (a: number, b: number) => Math.abs(startOf(a) - startOf(b));
  const window = related.map((others, p) => others.toSorted((a, b) => away(p, a) - away(p, b) || a - b));
  return { related, window };
}

/** `size` promotions around `first`: mostly its closest kin (`others`), each passed over now and then so that no two choices are the same; none `taken`. */
export function choosePromotions(
  others: readonly (readonly number[])[],
  first: number,
  { size, taken }: { readonly size: number; readonly taken: ReadonlySet<number> },
  random: Random,
): readonly number[] {
  const chosen = [first];
  for (const passOver of [PASS_OVER, 0]) {
    for (const other of at(others, first)) {
      if (chosen.length >= size) return chosen;
      if (!taken.has(other) && !chosen.includes(other) && random.unit() >= passOver) chosen.push(other);
    }
  }
  return chosen;
}

/**
 * The arcs that are free when promotions are solved again: those into them of everybody who is in one of them or waits. `chosen`: arc
 * per candidate, or -1.
 */
export function freeArcs(instance: Instance, chosen: Int32Array, promotions: readonly number[]): readonly number[] {
  const inside = new Set(promotions);
  return promotions.flatMap((promotion) =>
    instance.arcs.ofPromotion(promotion).filter((arc) => {
      const current = at(chosen, instance.arcs.candidateOf(arc));
      return current < 0 || inside.has(instance.arcs.promotionOf(current));
    }),
  );
}
