import { at } from "../../model/instance.ts";

/** What became of a part that brought nothing: whether it was solved to the end within its steps, and how large its program was. */
export interface VainPart {
  readonly ended: boolean;
  readonly columns: number;
}

/** How many promotions make a part, for each way to choose them. */
export interface AdaptiveSizes {
  of(way: number): number;
  adapt(way: number, part: VainPart): void;
}

const FIRST = 5;
const LEAST = 2;
const GROWTH = 1.1;
const SHRINKING = 0.8;
/** Columns from which parts grow no more: the solver's first linear program alone, which nothing interrupts, takes too long beyond. */
const MOST_COLUMNS = 3_000;

/**
 * Sizes that grow while parts are solved to the end in vain, and shrink where one is not: the larger a part, the more it can gain, until the
 * solver no longer gets through it.
 */
export function adaptiveSizes(ways: number): AdaptiveSizes {
  const sizes = new Float64Array(ways).fill(FIRST);
  return {
    of: (way) => Math.floor(at(sizes, way)),
    adapt: (way, { ended, columns }) => {
      const factor = ended ? (columns < MOST_COLUMNS ? GROWTH : 1) : SHRINKING;
      sizes[way] = Math.max(LEAST, at(sizes, way) * factor);
    },
  };
}
