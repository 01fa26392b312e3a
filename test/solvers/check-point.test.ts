import { expect, test } from "vitest";
import { beats, roundBound } from "../../engine/solvers/check-bound.ts";
import { objectiveOf, pointViolations, roundPoint } from "../../engine/solvers/check-point.ts";
import { modelOf } from "./model-of.ts";

const model = modelOf({
  offset: 10,
  columns: [
    { cost: 2, upper: 3 },
    { cost: -1, lower: -2, upper: 2, continuous: true },
  ],
  rows: [[1, { 0: 2, 1: 1 }, 5]],
});

test("a solution violates nothing, and its objective counts the offset", () => {
  expect(pointViolations(model, Float64Array.of(2, 0.5))).toEqual([]);
  expect(objectiveOf(model, Float64Array.of(2, 0.5))).toBe(13.5);
});

test.each([
  { why: "below a lower bound", point: [2, -2.5], violation: { kind: "column-bound", index: 1, amount: 0.5 } },
  { why: "above an upper bound", point: [4, -2], violation: { kind: "column-bound", index: 0, amount: 1 } },
  { why: "fractional", point: [1.25, 0], violation: { kind: "integrality", index: 0, amount: 0.25 } },
  { why: "below a row", point: [0, 0], violation: { kind: "row", index: 0, amount: 1 } },
  { why: "above a row", point: [3, 1], violation: { kind: "row", index: 0, amount: 2 } },
  { why: "not a number", point: [Number.NaN, 1], violation: { kind: "not-a-number", index: 0, amount: Number.NaN } },
  { why: "infinite", point: [1, Infinity], violation: { kind: "not-a-number", index: 1, amount: Infinity } },
  { why: "too short", point: [1], violation: { kind: "length", index: 1, amount: -1 } },
])("a point is refused that is $why", ({ point, violation }) => {
  expect(pointViolations(model, Float64Array.from(point))).toContainEqual(violation);
});

test("what arithmetic loses is no violation, and rounding takes it away from whole columns", () => {
  const point = Float64Array.of(1.9999999, 0.4999999);
  expect(pointViolations(model, point)).toEqual([]);
  expect([...roundPoint(model, point)]).toEqual([2, 0.4999999]);
});

test("a row may be off by as much as its columns may, and never by as much as 1", () => {
  const steep = modelOf({
    columns: [
      { cost: 0, upper: 9 },
      { cost: 0, continuous: true },
    ],
    rows: [[0, { 0: 100, 1: 1 }, 100]],
  });
  expect(pointViolations(steep, Float64Array.of(1, 5e-5))).toEqual([]);
  expect(pointViolations(steep, Float64Array.of(1, 5e-4))).toHaveLength(1);
  const vast = modelOf({ columns: [{ cost: 0, upper: 9 }], rows: [[0, { 0: 100_000_000 }, 99_999_999]] });
  expect(pointViolations(vast, Float64Array.of(1))).toEqual([{ kind: "row", index: 0, amount: 1 }]);
});

test("rounding leaves no negative zero", () => {
  expect(Object.is(roundPoint(model, Float64Array.of(-1e-9, -0))[0], 0)).toBe(true);
  expect(Object.is(roundPoint(model, Float64Array.of(-1e-9, -0))[1], 0)).toBe(true);
});

const whole = (sense: "minimise" | "maximise") => modelOf({ sense, columns: [{ cost: 1, upper: Infinity }] });
const continuous = modelOf({ columns: [{ cost: 1, continuous: true }] });

test.each([
  { sense: "minimise", bound: 41.2, proven: 42 },
  { sense: "minimise", bound: 41.0000003, proven: 41 },
  { sense: "minimise", bound: 40.9999997, proven: 41 },
  { sense: "minimise", bound: 12_000_000.004, proven: 12_000_000 },
  { sense: "minimise", bound: 2_000_000_000, proven: 2_000_000_000 },
  { sense: "maximise", bound: 41.8, proven: 41 },
  { sense: "maximise", bound: 41.9999997, proven: 42 },
  { sense: "maximise", bound: 42.0000003, proven: 42 },
  { sense: "minimise", bound: -0.5, proven: 0 },
] as const)("a bound of $bound proves $proven when one can only $sense whole numbers", ({ sense, bound, proven }) => {
  expect(roundBound(whole(sense), bound)).toBe(proven);
});

test("a bound stays as it is where a continuous column has a price", () => {
  expect(roundBound(continuous, 41.2)).toBe(41.2);
});

test("one is better than another only beyond what arithmetic may lose", () => {
  expect(beats(continuous, 1, 1.0000001)).toBe(false);
  expect(beats(continuous, 1, 1.1)).toBe(true);
  expect(beats(whole("minimise"), 12_000_000, 12_000_001)).toBe(true);
  expect(beats(whole("maximise"), 12_000_000, 12_000_001)).toBe(false);
});
