import { at } from "../../model/instance.ts";
import type { PriceLayout } from "./prices.ts";
import type { Relaxation } from "./relaxation.ts";

/** The last prices of a run: those of a network's rows, and of each lock by tier and entry. */
export interface PriceMemory {
  /** Prices to begin a stage with: the last ones. A stage that has since become a lock counts as it did when it was the objective. */
  recall(relaxation: Relaxation, layout: PriceLayout): Float64Array;
  isEmpty(): boolean;
  /** Whether the last prices are those of the same stage, which is asked about again. */
  isAgain(relaxation: Relaxation): boolean;
  keep(relaxation: Relaxation, layout: PriceLayout, prices: Float64Array): void;
}

/** A memory without prices: they begin at 0. */
export function openPriceMemory(): PriceMemory {
  let rows = new Float64Array(0);
  let last = "";
  const locks = new Map<string, number>();
  const key = ({ tier, entry }: { readonly tier: number; readonly entry: number }) => `${tier} ${entry}`;
  return {
    recall: (relaxation, layout) => {
      const prices = new Float64Array(layout.length);
      prices.set(rows);
      relaxation.locks.forEach((lock, i) => {
        prices[layout.locks + i] = locks.get(key(lock)) ?? 0;
      });
      return prices;
    },
    isEmpty: () => last === "",
    isAgain: (relaxation) => key(relaxation) === last,
    keep: (relaxation, layout, prices) => {
      last = key(relaxation);
      rows = prices.slice(0, layout.locks);
      relaxation.locks.forEach((lock, i) => {
        locks.set(key(lock), at(prices, layout.locks + i));
      });
      locks.set(key(relaxation), 1);
    },
  };
}
