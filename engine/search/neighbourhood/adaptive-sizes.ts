import { at } from "../../model/instance.ts";

/** How many promotions make a part, for each way to choose them. */
export interface AdaptiveSizes {
  of(way: number): number;
  /** What a part chosen that way that brought nothing says: it `ended` within its steps, or it did not. */
  adapt(way: number, ended: boolean): void;
}

const FIRST = 5;
const LEAST = 2;
const GROWTH = 1.1;
const SHRINKING = 0.8;

/**
 * Sizes that grow while parts are solved to the end in vain, and shrink where one is not: the larger a part, the more it can gain, until the
 * solver no longer gets through it.
 */
export function adaptiveSizes(ways: number, most: number): AdaptiveSizes {
  const sizes = new Float64Array(ways).fill(FIRST);
  return {
    of: (way) => Math.floor(at(sizes, way)),
    adapt: (way, ended) => {
      sizes[way] = Math.min(most, Math.max(LEAST, at(sizes, way) * (ended ? GROWTH : SHRINKING)));
    },
  };
}
