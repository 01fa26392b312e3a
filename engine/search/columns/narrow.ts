import { at } from "../../model/instance.ts";
import { priceArcs } from "./arc-prices.ts";
import { heldCosts } from "./elsewhere.ts";
import type { Lagrangian } from "./lagrangian.ts";
import { type Pricer, pricePromotion } from "./price-promotion.ts";
import { sizeBound } from "./size-bound.ts";
import { type Prices, type SizeProgram, worthOfTypes } from "./size-program.ts";
import { solveSize } from "./solve-size.ts";

/** What no placement with a value below the incumbent's can have. */
export interface Narrowing {
  /** 1 where the arc is not chosen. */
  readonly closedArcs: Uint8Array;
  /** Numbers of placements that a promotion does not have, by its number. */
  readonly closedSizes: ReadonlyMap<number, ReadonlySet<number>>;
}

/**
 * Closes what the prices show to be too dear (reduced cost fixing; Nemhauser and Wolsey 1988, II.5.4): with a choice forced upon its
 * promotion, L rises by what the cheapest composition with it costs more than the cheapest of all. Where that is more than `gap`,
 * no placement within `gap` of L has it. `null` if a promotion has no choice left.
 */
export function narrow(lagrangian: Lagrangian, multipliers: Float64Array, gap: number): Narrowing | null {
  const { relaxation, pricers, totalAt } = lagrangian;
  const closedArcs = new Uint8Array(relaxation.cost.length);
  const closedSizes = new Map<number, ReadonlySet<number>>();
  const prices = new Float64Array(relaxation.cost.length);
  priceArcs(relaxation, multipliers, prices);
  const outside = relaxation.weight + (totalAt < 0 ? 0 : at(multipliers, totalAt));
  const held = heldCosts(relaxation, multipliers);
  for (const [p, pricer] of pricers.entries()) {
    const { block, programs } = pricer;
    const mostOfAll = pricePromotion(pricer, prices, outside, at(held, p)).cost + gap;
    const most = mostOfAll - at(held, p);
    const open = openSizes(pricer, most);
    if (open.length === 0 && !(block.mayBeEmpty && mostOfAll >= 0)) return null;
    const sizes = new Set(open.map(({ size }) => size));
    closedSizes.set(block.promotion, new Set(programs.flatMap(({ size }) => (sizes.has(size) ? [] : [size]))));
    closeArcs(pricer, prices, open, most, closedArcs);
  }
  return { closedArcs, closedSizes };
}

/** A size that is left, with what its compositions cost at least, and the duals that prove it per type of person. */
interface OpenSize {
  readonly size: number;
  readonly value: number;
  readonly worth: Float64Array;
}

/** Sizes with a composition that may cost no more than `most`. */
function openSizes({ programs, prices }: Pricer, most: number): readonly OpenSize[] {
  return programs.flatMap((program) => {
    solveSize(program, prices);
    const value = sizeBound(program, prices);
    return value > most ? [] : [{ size: program.size, value, worth: worthOf(program, prices) }];
  });
}

/** Closes the arcs that are in no composition of an open size that costs no more than `most`. */
function closeArcs(
  { block, prices, arcs: cheapest }: Pricer,
  arcPrices: Float64Array,
  open: readonly OpenSize[],
  most: number,
  closedArcs: Uint8Array,
): void {
  block.persons.forEach((_, i) => {
    const own = at(prices.persons, i);
    const type = at(block.typeOf, i);
    for (let e = at(block.arcStarts, i); e < at(block.arcStarts, i + 1); e++) {
      const arc = at(block.arcs, e);
      const dearer = arc === cheapest[i] ? 0 : at(arcPrices, arc) - own;
      // Whom the duals would rather leave out costs what they ask more; another arc than the cheapest its difference.
      const isOpen = open.some(({ value, worth }) => value + Math.max(0, own - at(worth, type)) + dearer <= most);
      if (!isOpen) closedArcs[arc] = 1;
    }
  });
}

/** What a person of each type is worth by the duals that prove the size's bound. */
function worthOf(program: SizeProgram, { over, deviations }: Prices): Float64Array {
  const { block, rows, duals } = program;
  const categories = block.categories.length;
  const excess = rows > 1 + categories ? Math.min(over, Math.max(0, -at(duals, rows - 1))) : 0;
  const priced = Float64Array.from(deviations, (deviation, g) => {
    const most = deviation + excess;
    return Math.min(most, Math.max(-most, at(duals, 1 + g)));
  });
  return worthOfTypes(program, at(duals, 0), priced).slice();
}
