import { openSizeProgram } from "./open-size-program.ts";
import type { PromotionBlock } from "./promotion-block.ts";
import type { Relaxation } from "./relaxation.ts";
import { sizeBound } from "./size-bound.ts";
import type { Prices, SizeProgram } from "./size-program.ts";
import { solveSize } from "./solve-size.ts";

/** The pricing problem of one promotion: its cheapest lawful composition. Keeps a basis per size from call to call. */
export interface Pricer {
  readonly block: PromotionBlock;
  readonly programs: readonly SizeProgram[];
  readonly prices: Prices;
  /** Price of a person outside a band that must be kept. */
  readonly forbidden: number;
  /** Cheapest arc of each person. */
  readonly arcs: Int32Array;
  /** Lower bound on the cost of each size in the last call, and the sizes by it, cheapest first. */
  readonly values: Float64Array;
  readonly order: Int32Array;
}

/** What a composition of the promotion costs at least. */
export interface Cheapest {
  readonly cost: number;
  /** Index of the size, or -1: nobody placed. */
  readonly size: number;
  /** Pivots, and bounds taken. */
  readonly work: number;
}

export function openPricer(block: PromotionBlock, { cap, over, forbidden }: Relaxation): Pricer {
  return {
    block,
    programs: block.sizes.map((_, k) => openSizeProgram(block, k, cap)),
    prices: {
      persons: new Float64Array(block.persons.length),
      deviations: new Float64Array(block.categories.length),
      over,
    },
    forbidden,
    arcs: new Int32Array(block.persons.length),
    values: new Float64Array(block.sizes.length),
    order: Int32Array.from(block.sizes, (_, k) => k),
  };
}

/**
 * Prices the compositions of a promotion: each person on their cheapest arc, sizes in the order of what their last duals promise, until none
 * can be cheaper than the best. The cost is that of the linear program of the best size, whose duals prove it. `outside` is the price
 * of a person outside a band that is not hard, `held` what it costs besides to hold the promotion.
 */
export function pricePromotion(pricer: Pricer, arcPrices: Float64Array, outside: number, held: number): Cheapest {
  const { block, programs, prices, forbidden, values, order } = pricer;
  cheapestArcs(pricer, arcPrices);
  block.categories.forEach(({ hard }, g) => {
    prices.deviations[g] = hard ? forbidden : outside;
  });
  for (let k = 0; k < programs.length; k++) values[k] = sizeBound(programs[k] as SizeProgram, prices);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  let cost = block.mayBeEmpty ? -held : Infinity;
  let size = -1;
  let work = programs.length;
  for (const k of order) {
    if ((values[k] as number) >= cost) break;
    const program = programs[k] as SizeProgram;
    work += solveSize(program, prices) + 1;
    values[k] = sizeBound(program, prices);
    if ((values[k] as number) >= cost) continue;
    cost = values[k] as number;
    size = k;
  }
  return { cost: cost + held, size, work };
}

function cheapestArcs({ block, prices, arcs }: Pricer, arcPrices: Float64Array): void {
  for (let i = 0; i < block.persons.length; i++) {
    let least = Infinity;
    for (let e = block.arcStarts[i] as number; e < (block.arcStarts[i + 1] as number); e++) {
      const arc = block.arcs[e] as number;
      const price = arcPrices[arc] as number;
      if (price >= least) continue;
      least = price;
      arcs[i] = arc;
    }
    prices.persons[i] = least;
  }
}
