import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Items with running totals of their whole-number weights. */
export interface Weighted<T> {
  readonly items: readonly T[];
  /** `cumulative[i]` = weights of items 0 to i. */
  readonly cumulative: readonly number[];
}

/** A seeded source of draws; whole numbers only, so that every machine draws the same. */
export interface Random {
  /** A whole number in [from, to]; `RangeError` when `from` is above `to`. */
  readonly whole: (from: number, to: number) => number;
  /** True in `percent` of 100 draws. */
  readonly chance: (percent: number) => boolean;
  /** One item, all alike; `RangeError` when there is none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** One item by its weight; `RangeError` when all weights are 0. */
  readonly draw: <T>(weighted: Weighted<T>) => T;
  /** The items in a random order. */
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

/** Items and how often each is drawn; `RangeError` on a weight that is no whole number of 0 or more. */
export function weigh<T>(items: readonly T[], weight: (item: T, index: number) => number): Weighted<T> {
  let total = 0;
  const cumulative = items.map((item, index) => {
    const own = weight(item, index);
    if (!Number.isSafeInteger(own) || own < 0) throw new RangeError(`not a weight: ${own}`);
    total += own;
    return total;
  });
  return { items, cumulative };
}

/** The keys of a table of weights, such as `{ F: 57, M: 43 }`. */
export function weighKeys<K extends string>(weights: Readonly<Record<K, number>>): Weighted<K> {
  return weigh(Object.keys(weights) as K[], (key) => weights[key]);
}

/** Draws that depend on `seed` alone (a whole number; its lowest 32 bits count). */
export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  // Neighbouring seeds start from nearly the same state; 2^64 steps on, nothing of that is left.
  generator.jump();
  const whole = (from: number, to: number): number => {
    if (from > to) throw new RangeError(`no whole number from ${from} to ${to}`);
    return uniformInt(generator, from, to);
  };
  return {
    whole,
    chance: (percent) => whole(0, 99) < percent,
    pick: (items) => itemAt(items, whole(0, items.length - 1)),
    draw: ({ items, cumulative }) => {
      const total = cumulative.at(-1) ?? 0;
      if (total === 0) throw new RangeError("nothing to draw from");
      return itemAt(items, firstAbove(cumulative, whole(0, total - 1)));
    },
    shuffled: (items) => {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        const moved = itemAt(order, last);
        order[last] = itemAt(order, other);
        order[other] = moved;
      }
      return order;
    },
  };
}

function itemAt<T>(items: readonly T[], index: number): T {
  return items[index] as T;
}

/** Index of the first entry above `value` in an ascending list. */
function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
