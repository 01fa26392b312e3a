import type { PriceList, SizePrices } from "../../domain/bound-certificate.ts";
import type { Dimension } from "../../domain/policy.ts";
import type { Promotion } from "../../domain/round.ts";
import { type Band, bandAround, clipped } from "../band.ts";
import type { Casefile } from "../casefile.ts";

/** A candidate who could be placed in a promotion, and what that costs at least at the prices. */
export interface Person {
  readonly attributes: Readonly<Record<string, string>>;
  readonly cost: number;
}

/** What persons outside the bands count, in millionths. */
export interface Outside {
  readonly each: number;
  /** Most of them in one promotion, and the most that one beyond may be priced. */
  readonly most: number;
  readonly excess: number;
}

/** The same for one promotion, and what else it costs to hold it. */
interface OfPromotion extends Outside {
  readonly held: number;
}

const NO_PRICES = { categories: {}, excess: 0 } as const;

/**
 * What this round's part of a promotion costs at least, over every number n of placements it may have, by the prices of its categories:
 *
 *     sum of the n least (cost - prices of the person's categories)
 *       + sum over categories of price * (price > 0 ? lower : upper end of the band, less members)  -  excess * most  +  held
 *
 * or 0 with nobody, where that is lawful; `null` if it must be held and cannot.
 */
export function leastComposition(
  { round }: Casefile,
  promotion: Promotion,
  persons: readonly Person[],
  runs: readonly SizePrices[],
  { most, held }: OfPromotion,
): number | null {
  const { members, minSize, maxSize, keepFree, mustHold } = promotion;
  const short = Math.max(0, minSize - members.length);
  const largest = Math.min(Math.max(0, maxSize - keepFree - members.length), persons.length);
  let least = mustHold && short > 0 ? Number.POSITIVE_INFINITY : -held;
  const inOrder = new Map<object, readonly number[]>();
  for (let n = Math.max(1, short); n <= largest; n++) {
    const { categories, excess } = runs.find(({ from, until }) => from <= n && n <= until) ?? NO_PRICES;
    const reduced = inOrder.get(categories) ?? persons.map((person) => reducedCost(person, categories)).toSorted((a, b) => a - b);
    inOrder.set(categories, reduced);
    const chosen = reduced.slice(0, n).reduce((sum, cost) => sum + cost, 0);
    least = Math.min(least, chosen + bandsAt(round.policy.representativeness ?? [], promotion, n, categories) - excess * most);
  }
  return least === Number.POSITIVE_INFINITY ? null : least + held;
}

function reducedCost({ attributes, cost }: Person, categories: SizePrices["categories"]): number {
  return Object.entries(categories).reduce((left, [dimension, list]) => left - priceOf(list, attributes[dimension]), cost);
}

const priceOf = (list: PriceList, category: string | undefined): number => (category === undefined ? 0 : (list[category] ?? 0));

/** What the bands among members and n placements are worth at the prices. */
function bandsAt(
  dimensions: readonly Dimension[],
  { members }: Promotion,
  n: number,
  categories: SizePrices["categories"],
): number {
  return dimensions.reduce((sum, dimension) => {
    const list = categories[dimension.dimension] ?? {};
    return Object.entries(list).reduce((part, [category, price]) => {
      const already = members.filter(({ attributes }) => attributes[dimension.dimension] === category).length;
      const [lowest, highest] = bandOf(dimension, category, members.length + n);
      return part + price * ((price > 0 ? lowest : highest) - already);
    }, sum);
  }, 0);
}

/** The band of a category among so many persons; a category without one may not be priced. */
function bandOf(dimension: Dimension, category: string, persons: number): Band {
  if ("quotas" in dimension) {
    const quota = dimension.quotas[category];
    return quota === undefined ? [Number.NaN, Number.NaN] : [quota.min, quota.max];
  }
  const target = dimension.targets[category];
  return target === undefined ? [Number.NaN, Number.NaN] : clipped(bandAround(target, dimension.tolerance, persons), persons);
}
