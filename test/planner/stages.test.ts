import { expect, test } from "vitest";
import type { ProgressShape } from "../../server/planner/api/shapes.ts";
import { niceTicks } from "../../server/planner/parts/nice-ticks.ts";
import { gapOf, stagesOf } from "../../server/planner/run/stages.ts";

const moment = (seconds: number, tier: number, entry: number, incumbent: number | null, bound: number | null): ProgressShape => ({
  seconds,
  tier,
  entry,
  objectives: ["placed"],
  sense: "maximise",
  incumbent,
  bound,
});

test("moments are grouped by aim and entry in their order", () => {
  const stages = stagesOf([moment(1, 1, 1, 3, null), moment(2, 1, 1, 4, 5), moment(3, 2, 1, 9, 9), moment(4, 2, 2, 8, 8)]);
  expect(stages.map(({ key, moments }) => [key, moments.length])).toEqual([
    ["1.1", 2],
    ["2.1", 1],
    ["2.2", 1],
  ]);
  expect(stages[0]?.last.incumbent).toBe(4);
});

test("the gap is relative to the best found, and unknown while either is", () => {
  expect(gapOf(moment(1, 1, 1, 4, 5))).toBe(0.25);
  expect(gapOf(moment(1, 1, 1, 0, 0))).toBe(0);
  expect(gapOf(moment(1, 1, 1, null, 5))).toBeNull();
});

test("ticks are round and enclose the values", () => {
  expect(niceTicks(3, 3)).toEqual([2, 3, 4]);
  const ticks = niceTicks(412, 897);
  expect(ticks[0]).toBeLessThanOrEqual(412);
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(897);
  expect(ticks.length).toBeLessThanOrEqual(7);
});
