import { expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { compareGrounds, emptyComparison } from "./compare-grounds.ts";
import { composedRound } from "./composed-round.ts";

/** A part of what `npm run bench:grounds` does (bench/GROUNDS.md). */
it("grounds, prices and selections are those that trying everything gives", { timeout: 120_000 }, async () => {
  const solver = checked(await loadHighs());
  const comparison = emptyComparison();
  for (let seed = 1; seed <= 24; seed++) {
    await compareGrounds(tinyRound(seed), solver, comparison);
    await compareGrounds(composedRound(seed), solver, comparison);
  }
  expect(comparison.differences).toEqual([]);
  expect(comparison.questions).toBeGreaterThan(50);
  expect(comparison.lotteries).toBeGreaterThan(10);
  expect(comparison.codes.size).toBeGreaterThan(8);
});
