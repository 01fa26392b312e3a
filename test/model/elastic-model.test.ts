import { expect, test } from "vitest";
import { modelIssues } from "../../engine/model/check-model.ts";
import { elasticModel } from "../../engine/model/elastic-model.ts";
import { recessionModel } from "../../engine/model/recession-model.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { modelOf } from "../solvers/model-of.ts";

const solver = checked(await loadHighs());
const columns = [{ cost: 5 }, { cost: 7, upper: 3, continuous: true }];

test("the elastic model costs nothing where the model has a solution", async () => {
  const model = modelOf({ columns, rows: [[1, { 0: 1, 1: 1 }, 2]] });
  expect(await solver.solve(elasticModel(model), {})).toMatchObject({ status: "optimal", objective: 0 });
});

test("the elastic model costs what the rows lack together", async () => {
  const rows = [
    [3, { 0: 2 }, 3],
    [-Infinity, { 0: 1, 1: 1 }, -4],
    [6, { 1: 1 }, Infinity],
  ] as const;
  // Row 0 lacks 1 with x0 = 1; rows 1 and 2 lack 4 + x0 + x1 and 6 - x1 whatever x1 is.
  expect(await solver.solve(elasticModel(modelOf({ columns, rows })), {})).toMatchObject({ status: "optimal", objective: 12 });
});

test("the elastic model keeps the columns in front and makes slacks of whole rows whole", () => {
  const model = modelOf({
    columns,
    rows: [
      [1, { 0: 1 }, 1],
      [1, { 0: 1, 1: 2 }, 1],
      [0, {}, 0],
    ],
  });
  const elastic = elasticModel(model);
  expect(modelIssues(elastic)).toEqual([]);
  expect([...elastic.integrality]).toEqual([1, 0, 1, 1, 0, 0, 1, 1]);
  expect([...elastic.matrix.starts]).toEqual([0, 3, 7, 9]);
  expect([...elastic.matrix.indices]).toEqual([0, 2, 3, 0, 1, 4, 5, 6, 7]);
  expect([...elastic.matrix.values]).toEqual([1, 1, -1, 1, 2, 1, -1, 1, -1]);
});

test("the recession model gains nothing where rows close what columns leave open, and something where they do not", async () => {
  const open = [
    { cost: -1, upper: Infinity },
    { cost: 0, upper: Infinity },
  ];
  const closed = recessionModel(modelOf({ columns: open, rows: [[0, { 0: 1, 1: 1 }, 9]] }));
  const ajar = recessionModel(modelOf({ columns: open, rows: [[0, { 0: 1, 1: -1 }, 9]] }));
  expect(modelIssues(ajar)).toEqual([]);
  expect(await solver.solve(closed, {})).toMatchObject({ status: "optimal", objective: 0 });
  expect(await solver.solve(ajar, {})).toMatchObject({ status: "optimal", objective: -1 });
});
