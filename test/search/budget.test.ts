import { expect, test } from "vitest";
import { openBudget, secondsOfReasons } from "../../engine/search/budget.ts";

const limits = { seconds: 60, steps: 1_000, threads: 2 };

test("what is kept of a search's seconds is nobody's before it is released, and ends the search where the rest is used up", () => {
  let clock = 0;
  const budget = openBudget(limits, () => clock, 1_000, { kept: 0.2 });
  expect(budget.secondsLeft()).toBeCloseTo(0.8 * 42);
  expect(budget.share(1, 1).fairSeconds).toBeCloseTo(0.8 * 42);
  clock = 35;
  expect(budget.secondsLeft()).toBe(0);
  expect(budget.exhausted()).toBe("time");
  budget.release();
  expect(budget.secondsLeft()).toBeCloseTo(7);
  expect(budget.exhausted()).toBeNull();
});

test("reasons have a fifth of the seconds and what the search leaves; after a search that took too long as much as lets the answer be in time", () => {
  expect(secondsOfReasons(limits, 1_000, 42)).toBeCloseTo(12);
  expect(secondsOfReasons(limits, 150, 10)).toBeCloseTo(12 + 32);
  for (const candidates of [6, 150, 1_000, 10_000]) {
    for (const elapsed of [1, 42, 47, 55, 60, 70]) {
      const seconds = secondsOfReasons(limits, candidates, elapsed);
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(elapsed + seconds).toBeLessThanOrEqual(Math.max(60, elapsed));
    }
  }
});
