import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSizeProgram } from "../../engine/search/columns/open-size-program.ts";
import type { PromotionBlock } from "../../engine/search/columns/promotion-block.ts";
import { sizeBound } from "../../engine/search/columns/size-bound.ts";
import type { Prices } from "../../engine/search/columns/size-program.ts";
import { outsideOf, solveSize, visitServing } from "../../engine/search/columns/solve-size.ts";

const CATEGORIES = 2;

interface Case {
  readonly block: PromotionBlock;
  readonly cap: number;
  readonly prices: readonly Prices[];
}

/** A promotion of one size, with random persons, bands and two sets of prices. */
const cases = fc
  .record({ persons: fc.integer({ min: 2, max: 8 }), dimensions: fc.integer({ min: 1, max: 4 }) })
  .chain(({ persons, dimensions }) => {
    const categories = dimensions * CATEGORIES;
    const prices = fc.record({
      persons: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: persons, maxLength: persons }),
      deviation: fc.integer({ min: 0, max: 4 }),
    });
    return fc.record({
      persons: fc.constant(persons),
      dimensions: fc.constant(dimensions),
      size: fc.integer({ min: 1, max: persons }),
      // One more than the categories of a dimension: somebody without a band.
      choices: fc.array(fc.integer({ min: 0, max: CATEGORIES }), {
        minLength: persons * dimensions,
        maxLength: persons * dimensions,
      }),
      bands: fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 3 })), {
        minLength: categories,
        maxLength: categories,
      }),
      cap: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 3 })),
      prices: fc.array(prices, { minLength: 1, maxLength: 3 }),
    });
  })
  .map(({ persons, dimensions, size, choices, bands, cap, prices }): Case => {
    const categories = dimensions * CATEGORIES;
    const categoryOf = Int32Array.from(choices, (choice, j) =>
      choice === CATEGORIES ? categories : (j % dimensions) * CATEGORIES + choice,
    );
    const keys = Array.from({ length: persons }, (_, i) => categoryOf.slice(i * dimensions, (i + 1) * dimensions).join());
    const types = [...new Set(keys)];
    const block: PromotionBlock = {
      promotion: 0,
      persons: Int32Array.from({ length: persons }, (_, i) => i),
      arcStarts: Int32Array.from({ length: persons + 1 }, (_, i) => i),
      arcs: Int32Array.from({ length: persons }, (_, i) => i),
      categoryOf,
      dimensions,
      typeOf: Int32Array.from(keys, (key) => types.indexOf(key)),
      examples: Int32Array.from(types, (key) => keys.indexOf(key)),
      categories: Array.from({ length: categories }, (_, g) => ({
        dimension: Math.floor(g / CATEGORIES),
        name: String(g),
        members: 0,
        hard: false,
      })),
      sizes: [size],
      lower: Int32Array.from(bands, ([lower]) => lower),
      upper: Int32Array.from(bands, ([lower, width]) => lower + width),
      mayBeEmpty: true,
    };
    return {
      block,
      cap,
      prices: prices.map((one) => ({
        persons: Float64Array.from(one.persons),
        deviations: new Float64Array(categories).fill(one.deviation),
        over: 5,
      })),
    };
  });

/** What a choice of persons, as bits, costs; `null` if it is of another size. */
function costOf({ block, cap }: Case, prices: Prices, chosen: number): number | null {
  const serving = [...block.persons].filter((i) => (chosen >> i) & 1);
  if (serving.length !== block.sizes[0]) return null;
  const outside = block.categories.map((_, g) => {
    const count = serving.filter((i) =>
      block.categoryOf.subarray(i * block.dimensions, (i + 1) * block.dimensions).includes(g),
    ).length;
    return Math.max(0, (block.lower[g] ?? 0) - count, count - (block.upper[g] ?? 0));
  });
  const total = outside.reduce((sum, persons) => sum + persons, 0);
  const each = outside.reduce((sum, persons, g) => sum + persons * (prices.deviations[g] ?? 0), 0);
  const persons = serving.reduce((sum, i) => sum + (prices.persons[i] ?? 0), 0);
  return persons + each + (Number.isFinite(cap) ? prices.over * Math.max(0, total - cap) : 0);
}

function cheapest(example: Case, prices: Prices): number {
  const subsets = Array.from({ length: 2 ** example.block.persons.length }, (_, chosen) => costOf(example, prices, chosen));
  return Math.min(...subsets.filter((cost) => cost !== null));
}

describe("the cheapest composition of a promotion at one size", () => {
  it("is bounded from below by the duals, call after call, and met by them with one or two dimensions and no cap", () => {
    fc.assert(
      fc.property(cases, (example) => {
        const program = openSizeProgram(example.block, 0, example.cap);
        for (const prices of example.prices) {
          solveSize(program, prices);
          const [bound, truth] = [sizeBound(program, prices), cheapest(example, prices)];
          expect(bound).toBeLessThanOrEqual(truth + 1e-6);
          if (example.block.dimensions <= 2 && example.cap === Infinity) expect(bound).toBeCloseTo(truth, 6);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it("has a primal solution of that size which costs what the duals prove", () => {
    fc.assert(
      fc.property(cases, ({ block, cap, prices }) => {
        const program = openSizeProgram(block, 0, cap);
        for (const one of prices) {
          solveSize(program, one);
          let [size, cost] = [0, outsideOf(program) * (one.deviations[0] ?? 0)];
          visitServing(program, (person, share) => {
            expect(share).toBeLessThanOrEqual(1 + 1e-9);
            size += share;
            cost += share * (one.persons[person] ?? 0);
          });
          if (Number.isFinite(cap)) cost += one.over * Math.max(0, outsideOf(program) - cap);
          expect(size).toBeCloseTo(block.sizes[0] ?? 0, 6);
          expect(cost).toBeCloseTo(sizeBound(program, one), 6);
        }
      }),
      { numRuns: 400, seed: 8 },
    );
  });
});
