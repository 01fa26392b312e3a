import { describe, expect, it } from "vitest";
import { comparedStages, evidenceOf, reachedBy, wayOf } from "../../bench/campaign/evidence.ts";
import { figuresAt, type Step, secondsTo, secondsToEach, secondsToFirst, secondsToGap } from "../../bench/campaign/trajectory.ts";
import { A_CASE, aRecord } from "./a-record.ts";

const step = (seconds: number, position: number, value: number | null, bound: number | null = null): Step => {
  return { seconds, position, value, bound };
};
/** placed and regional-balance: most, then least. */
const stages = comparedStages(aRecord()).slice(3, 5);
const way = [
  step(1, 0, 90, 100),
  step(2, 1, 40, 0),
  step(3, 0, 95, 96),
  step(4, 0, 96, 96),
  step(6, 1, 30, 28),
  step(9, 1, 29, 29),
];

describe("what a run had reached at a moment", () => {
  it("is the stage at work and those before it: what comes later is not known any more once an earlier stage goes on", () => {
    expect(figuresAt(way, 2.5)).toEqual([
      { value: 90, bound: 100 },
      { value: 40, bound: 0 },
    ]);
    expect(figuresAt(way, 3)).toEqual([{ value: 95, bound: 96 }]);
    expect(figuresAt(way, 0.5)).toEqual([]);
  });

  it("counts as equal to a target once the stages are, in their order, at least as good", () => {
    expect(secondsTo(way, stages, [90, 40])).toBe(2);
    expect(secondsTo(way, stages, [96, 30])).toBe(6);
    expect(secondsTo(way, stages, [97])).toBe(Number.POSITIVE_INFINITY);
  });

  it("counts as equal as soon as an earlier stage is better, whatever the later ones are", () => {
    expect(secondsTo(way, stages, [94, 1])).toBe(3);
  });

  it("is near to a target only when all stages are at once", () => {
    const near = (value: number, position: number) => (position === 0 ? value >= 90 : value <= 30);
    expect(secondsToEach(way, 2, near)).toBe(6);
    expect(secondsToEach(way, 1, near)).toBe(1);
  });

  it("has a gap from when it stays small, not from when it was small once", () => {
    const back = [step(1, 0, 10, 10), step(2, 0, 10, 12), step(5, 0, 12, 12)];
    expect(secondsToGap(back, 0, 0)).toBe(5);
    expect(secondsToGap(back, 1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(secondsToGap(way, 1, 0.1)).toBe(6);
  });

  it("is nothing until there is a value", () => {
    expect(secondsToFirst([step(1, 0, null, 5), step(2, 0, 3)])).toBe(2);
  });
});

describe("evidence", () => {
  it("knows the best answer by the first stage that differs, allowances left aside", () => {
    const worse = aRecord({
      contender: "cbc",
      values: [[0], [0], [3], [7], [0], [0], [0], [0], [9], [1, 1], [1, 1], [9], [1]],
      stages: [],
    });
    const unlawful = aRecord({ contender: "glpk", lawful: false, values: [[0], [0], [3], [9]] });
    const best = evidenceOf([worse, aRecord(), unlawful]).best(A_CASE);
    expect(best).toEqual(reachedBy(aRecord()));
    expect(best?.[3]).toBe(8);
  });

  it("orders a run's moments and claims by time, and leaves out the draw", () => {
    const draw = { tier: 13, entry: 1, objectives: ["lottery"], sense: "minimise", found: 1, bound: null, seconds: 2 } as const;
    const steps = wayOf(aRecord({ stages: [...aRecord().stages, draw] }));
    expect(steps.map(({ seconds, position }) => [seconds, position])).toEqual([
      [0.5, 3],
      [1, 3],
      [1.5, 3],
    ]);
  });
});
