import { expect, test } from "vitest";
import { modelIssues } from "../../engine/model/check-model.ts";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import { modelOf } from "../solvers/model-of.ts";

const sound = modelOf({
  columns: [{ cost: 1 }, { cost: 2, lower: -Infinity, upper: Infinity, continuous: true }],
  rows: [
    [-Infinity, { 0: 1, 1: 3 }, 4],
    [0, { 1: -1 }, Infinity],
  ],
});

test("a sound model has no issues", () => {
  expect(modelIssues(sound)).toEqual([]);
});

test("a lower bound above its upper one is no malformation", () => {
  expect(modelIssues({ ...sound, colLower: Float64Array.of(3, 0), colUpper: Float64Array.of(1, 0) })).toEqual([]);
});

const MALFORMED: readonly [string, Partial<LinearModel>, string][] = [
  ["a missing price", { colCost: Float64Array.of(1) }, "colCost has 1 entries instead of 2"],
  ["a missing lower bound", { colLower: Float64Array.of(1) }, "colLower has 1 entries instead of 2"],
  ["a missing upper bound", { colUpper: Float64Array.of(1) }, "colUpper has 1 entries instead of 2"],
  ["a missing row bound", { rowUpper: Float64Array.of(1) }, "rowUpper has 1 entries instead of 2"],
  ["a missing kind", { integrality: Int32Array.of(1) }, "integrality has 1 entries instead of 2"],
  ["missing origins", { rowOrigins: [] }, "rowOrigins has 0 entries instead of 2"],
  ["a price that is no number", { colCost: Float64Array.of(1, Number.NaN) }, "colCost[1] is NaN, not a whole number"],
  ["a fractional price", { colCost: Float64Array.of(0.5, 1) }, "colCost[0] is 0.5, not a whole number"],
  ["an infinite price", { colCost: Float64Array.of(Infinity, 1) }, "colCost[0] is Infinity, not a whole number"],
  ["a price too large to be exact", { colCost: Float64Array.of(2 ** 53, 1) }, `colCost[0] is ${2 ** 53}, not a whole number`],
  ["a fractional offset", { offset: 0.1 }, "offset is 0.1, not a whole number"],
  ["a lower bound of infinity", { colLower: Float64Array.of(Infinity, 1) }, "colLower[0] is Infinity, not a whole number"],
  ["a fractional bound", { colUpper: Float64Array.of(1, 2.5) }, "colUpper[1] is 2.5, not a whole number"],
  ["a row bound that is no number", { rowLower: Float64Array.of(Number.NaN, 0) }, "rowLower[0] is NaN, not a whole number"],
  ["an unknown kind of column", { integrality: Int32Array.of(1, 2) }, "integrality[1] is 2, neither 0 nor 1"],
];
const MALFORMED_MATRIX: readonly [string, Partial<LinearModel["matrix"]>, string][] = [
  ["a fractional coefficient", { values: Float64Array.of(1, 0.5, 1) }, "matrix.values[1] is 0.5, not a whole number"],
  ["a missing coefficient", { values: Float64Array.of(1, 1) }, "matrix.values has 2 entries instead of 3"],
  ["a column out of range", { indices: Int32Array.of(0, 2, 1) }, "row 0 names column 2 of 2"],
  ["a negative column", { indices: Int32Array.of(-1, 1, 1) }, "row 0 names column -1 of 2"],
  ["a column named twice", { indices: Int32Array.of(1, 1, 1) }, "row 0 names column 1 after column 1"],
  ["columns out of order", { indices: Int32Array.of(1, 0, 1) }, "row 0 names column 0 after column 1"],
  ["too few starts", { starts: Int32Array.of(0, 2) }, "matrix.starts has 2 entries instead of 3"],
  ["a first start that is not 0", { starts: Int32Array.of(1, 2, 3) }, "matrix.starts begins with 1 instead of 0"],
  ["a last start off the end", { starts: Int32Array.of(0, 2, 4) }, "matrix.starts ends with 4 instead of 3"],
  ["starts that fall", { starts: Int32Array.of(0, 5, 3) }, "matrix.starts falls at row 1"],
];

test.each([
  ...MALFORMED.map(([name, change, issue]) => ({ name, model: { ...sound, ...change }, issue })),
  ...MALFORMED_MATRIX.map(([name, change, issue]) => ({
    name,
    model: { ...sound, matrix: { ...sound.matrix, ...change } },
    issue,
  })),
])("$name is an issue", ({ model, issue }) => {
  expect(modelIssues(model)).toContain(issue);
});

test("a model full of mistakes is told in no more than twenty", () => {
  const columns = Array.from({ length: 100 }, () => ({ cost: 0.5 }));
  expect(modelIssues(modelOf({ columns }))).toHaveLength(20);
});
