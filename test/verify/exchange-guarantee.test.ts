import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { findCycle } from "../../engine/verify/exchange/cycles.ts";
import { measured, resultOf, standing, tiers } from "./doctored-results.ts";
import { at, candidate, day, member, mission, pin, promotion, round } from "./round-builder.ts";

/** `c1` holds `c2`'s first choice and so on around the ring, each their own second choice. */
function ring(length: number): { given: Round; planted: Placement[]; better: Placement[] } {
  const ids = Array.from({ length }, (_, index) => index);
  const mine = (index: number) => `m${index % length}`;
  const given = round(
    {
      missions: ids.map((index) => mission(mine(index), { places: 1 })),
      promotions: [promotion("p1")],
      candidates: ids.map((index) => candidate(`c${index}`, [mine(index + 1), mine(index)])),
    },
    { tiers: tiers("placed", "cross-region") },
  );
  return {
    given,
    planted: ids.map((index) => at(`c${index}`, "p1", mine(index))),
    better: ids.map((index) => at(`c${index}`, "p1", mine(index + 1))),
  };
}

describe("G8: no exchange that everybody in it prefers", () => {
  test.each([2, 3, 4, 7])("a planted cycle of %i is found, and gone once exchanged", (length) => {
    const { given, planted, better } = ring(length);
    expect(standing(given, resultOf(given, planted)).G8).toBe("violated");
    expect(measured(given, resultOf(given, planted)).G8.longest).toBe(length);
    expect(standing(given, resultOf(given, better)).G8).toBe("holds");
  });
  test("of two promotions, less delay is preferred as a better choice is", () => {
    const given = round(
      {
        missions: [mission("m1", { places: 1 }), mission("m2", { places: 1 })],
        promotions: [promotion("p1", "2026-10-01", { maxSize: 1 }), promotion("p2", "2027-06-01", { maxSize: 1 })],
        candidates: [candidate("c1", ["m1", "m2"], { chosenStart: day("2027-06-01") }), candidate("c2", ["m1", "m2"])],
      },
      { tiers: tiers("placed") },
    );
    // c1 may be early and gets the worse mission of the two late.
    const placements = [at("c1", "p2", "m2"), at("c2", "p1", "m2")];
    expect(standing(given, resultOf(given, placements)).G8).toBe("violated"); // m1 is free
  });
  test("a swap that a tier stands against is none, unless the policy allows the tier that much", () => {
    const { given } = ring(2);
    const sexOf = ["F", "M"];
    const swapped = (allowance: number) => {
      const members = [member("x", { attributes: { sex: "M" } })];
      const apart: Round = {
        ...given,
        promotions: [promotion("p1", "2026-10-01", { maxSize: 2, members }), promotion("p2", "2026-10-01", { maxSize: 1 })],
        candidates: given.candidates.map((one, index) => ({ ...one, attributes: { sex: sexOf[index] ?? "" } })),
        policy: {
          ...given.policy,
          representativeness: [{ dimension: "sex", quotas: { M: { min: 0, max: 1 } }, mode: "soft" }],
          tiers: [...tiers("placed"), { objectives: ["representativeness"], weights: [1], allowance: { absolute: allowance } }],
        },
      };
      const locks = [
        { objectives: ["placed" as const], found: 2, allowance: 0, limit: 2 },
        { objectives: ["representativeness" as const], found: 0, allowance, limit: allowance },
      ];
      return standing(apart, resultOf(apart, [at("c0", "p1", "m0"), at("c1", "p2", "m1")], { locks })).G8;
    };
    // Exchanged, both men sit in p1: one too many.
    expect(swapped(0)).toBe("holds");
    expect(swapped(1)).toBe("violated");
  });
  test("a rule stands against it", () => {
    const { given, planted } = ring(2);
    const pinned = { ...given, pins: [pin({ candidate: "c0", kind: "place", promotion: "p1", missions: ["m0"] })] };
    expect(standing(pinned, resultOf(pinned, planted)).G8).toBe("holds");
  });
  test("every simple cycle of a small digraph is met once, the shortest first", () => {
    const digraph = fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 5 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(digraph, (lists) => {
        const successors = lists.map((list, vertex) => list.filter((next) => next !== vertex));
        const met: string[] = [];
        const note = (cycle: readonly number[]) => met.push(cycle.join(" ")) === 0;
        findCycle(successors, note, { steps: 1_000_000, surely: 3, stop: () => false });
        expect(met.toSorted()).toEqual(simpleCycles(successors).toSorted());
        expect(met.map((cycle) => cycle.length)).toEqual(met.map((cycle) => cycle.length).toSorted((a, b) => a - b));
      }),
    );
  });
  test("says how far it looked where there is too much to look at", () => {
    const complete = Array.from({ length: 40 }, (_, vertex) =>
      Array.from({ length: 40 }, (_, next) => next).filter((next) => next !== vertex),
    );
    const { longest, found } = findCycle(complete, () => false, { steps: 100_000, surely: 3, stop: () => false });
    expect({ longest, found }).toEqual({ longest: 3, found: null });
  });
  test("ends where it is told to, and claims only the lengths looked at before", () => {
    const complete = Array.from({ length: 6 }, (_, vertex) => [0, 1, 2, 3, 4, 5].filter((next) => next !== vertex));
    // 15 cycles of two, 40 of three.
    for (const [most, longest] of [
      [0, 1],
      [15, 2],
      [20, 2],
      [55, 3],
    ]) {
      let asked = 0;
      const search = findCycle(complete, () => false, { steps: 1_000_000, surely: 3, stop: () => ++asked > (most ?? 0) });
      expect({ most, longest: search.longest }).toEqual({ most, longest });
    }
  });
});

/** By trying every sequence of different vertices that begins with its smallest. */
function simpleCycles(successors: readonly (readonly number[])[]): string[] {
  const cycles: string[] = [];
  const extend = (path: readonly number[]): void => {
    for (const next of successors[path.at(-1) ?? 0] ?? []) {
      if (next === path[0] && path.length > 1) cycles.push(path.join(" "));
      else if (next > (path[0] ?? 0) && !path.includes(next)) extend([...path, next]);
    }
  };
  for (const vertex of successors.keys()) extend([vertex]);
  return cycles;
}
