import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { at } from "../../model/instance.ts";
import type { Pricer } from "./price-promotion.ts";
import type { Relaxation } from "./relaxation.ts";
import type { SizeProgram } from "./size-program.ts";

/** What the categories of one promotion are priced, at the sizes of index `from` to `until`: `prices[g]`, and `excess` beyond the cap. */
export interface PriceRun {
  readonly from: number;
  readonly until: number;
  readonly prices: readonly number[];
  readonly excess: number;
}

type Duals = Pick<PriceRun, "prices" | "excess">;

/** Price of each person of a block on their cheapest arc, in millionths. */
export function personPrices({ block }: Pricer, prices: Float64Array): Float64Array {
  return Float64Array.from(block.persons, (_, i) =>
    block.arcs
      .subarray(block.arcStarts[i], block.arcStarts[i + 1])
      .reduce((least, arc) => Math.min(least, prices[arc] as number), Infinity),
  );
}

/**
 * What a composition of the promotion costs at least, in millionths, and duals that prove it for every size: those of the cheapest size
 * wherever they do, else each size's own for as many sizes as they serve. `outside` is the price of a person outside a band, `held` that of holding
 * the promotion at all.
 */
export function priceSizes(
  { block, programs, order }: Pricer,
  relaxation: Relaxation,
  persons: Float64Array,
  outside: number,
  held: number,
): { readonly cost: number; readonly runs: readonly PriceRun[] } {
  const own = programs.map((program) => wholeDuals(program, relaxation, outside));
  const costs = programs.map((program, k) => leastOfSize(program, persons, at(own, k)));
  const cost = Math.min(block.mayBeEmpty ? -held : Infinity, ...costs);
  const runs: PriceRun[] = [];
  for (let from = 0; from < programs.length; ) {
    let longest = { until: from, duals: at(own, from) };
    for (const duals of [at(own, from), at(own, at(order, 0))]) {
      let until = from - 1;
      while (until + 1 < programs.length && leastOfSize(at(programs, until + 1), persons, duals) >= cost) until++;
      if (until > longest.until) longest = { until, duals };
    }
    runs.push({ from, until: longest.until, ...longest.duals });
    from = longest.until + 1;
  }
  return { cost: cost + held, runs };
}

/** The duals of a size, rounded into what is allowed. */
function wholeDuals({ block, rows, duals }: SizeProgram, { over, forbidden }: Relaxation, outside: number): Duals {
  const { categories } = block;
  const inUnits = (dual: number) => Math.round(dual * PRICE_UNIT) || 0;
  const excess = rows > 1 + categories.length ? Math.min(over * PRICE_UNIT, Math.max(0, -inUnits(at(duals, rows - 1)))) : 0;
  const prices = categories.map(({ hard }, g) => {
    const most = hard ? forbidden * PRICE_UNIT : outside + excess;
    return Math.min(most, Math.max(-most, inUnits(at(duals, 1 + g))));
  });
  return { prices, excess };
}

/** sum of the n least of r[i] - y[g] of i's categories + sum of y[g] * end[g] - excess * cap. */
function leastOfSize({ block, size, cap, lower, upper }: SizeProgram, persons: Float64Array, { prices, excess }: Duals): number {
  const { dimensions, categoryOf } = block;
  const reduced = persons.map((price, i) => {
    let left = price;
    for (let d = 0; d < dimensions; d++) left -= prices[categoryOf[i * dimensions + d] as number] ?? 0;
    return left;
  });
  const least = reduced.sort().subarray(0, size);
  const bands = prices.reduce((sum, price, g) => sum + price * at(price > 0 ? lower : upper, g), 0);
  return least.reduce((sum, price) => sum + price, bands) - (excess === 0 ? 0 : excess * cap);
}
