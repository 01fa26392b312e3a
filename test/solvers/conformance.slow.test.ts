import { describe, expect, test } from "vitest";
import type { SolveRequest, SolveResult, Solver } from "../../engine/solvers/solver.ts";
import { type BackEnd, loadBackEnds } from "./back-ends.ts";
import { GAP_OPTIMA, gapInstance } from "./gap-instance.ts";
import { type Column, type ModelText, modelOf } from "./model-of.ts";

/** Too hard for any back end within the limits used here. */
const HARD = "c05100";

const free = { lower: -Infinity, upper: Infinity };
const continuous: Column = { cost: 1, continuous: true };

/** Models whose answer can be worked out by hand. */
const OPTIMAL: readonly (ModelText & { readonly name: string; readonly optimum: number })[] = [
  {
    name: "the larger of two prices when maximising",
    sense: "maximise",
    columns: [{ cost: 3 }, { cost: 5 }],
    rows: [[0, { 0: 1, 1: 1 }, 1]],
    optimum: 5,
  },
  {
    name: "a knapsack with an offset",
    sense: "maximise",
    offset: 100,
    columns: [
      { cost: 3, upper: 10 },
      { cost: 5, upper: 10 },
    ],
    rows: [[-Infinity, { 0: 2, 1: 3 }, 17]],
    optimum: 128,
  },
  { name: "a negative offset", offset: -7, columns: [{ cost: 1, lower: 2, upper: 4 }], optimum: -5 },
  {
    name: "an equality",
    columns: [
      { cost: 1, upper: 9 },
      { cost: 2, upper: 9 },
    ],
    rows: [[7, { 0: 2, 1: 3 }, 7]],
    optimum: 4,
  },
  {
    name: "a range",
    columns: [
      { cost: 1, upper: 9 },
      { cost: -1, upper: 9 },
    ],
    rows: [[-3, { 0: 1, 1: -1 }, 2]],
    optimum: -3,
  },
  { name: "a range between whole numbers only", columns: [{ cost: 1, upper: 9 }], rows: [[3, { 0: 2 }, 5]], optimum: 2 },
  {
    name: "negative lower bounds",
    columns: [
      { cost: 1, lower: -5, upper: 5 },
      { cost: 1, lower: -3, upper: -1 },
    ],
    rows: [[-6, { 0: 1, 1: 1 }, 0]],
    optimum: -6,
  },
  {
    name: "whole columns open below",
    columns: [{ cost: -1, lower: -Infinity, upper: 3 }],
    rows: [[-9, { 0: 2 }, 5]],
    optimum: -2,
  },
  { name: "free continuous columns", columns: [{ ...continuous, ...free }], rows: [[-7, { 0: 2 }, 7]], optimum: -3.5 },
  { name: "a linear program", columns: [continuous, continuous], rows: [[1, { 0: 2, 1: 3 }, Infinity]], optimum: 1 / 3 },
  {
    name: "whole and continuous columns together",
    columns: [
      { cost: 2, upper: 5 },
      { cost: 1, upper: Infinity, continuous: true },
    ],
    rows: [[7, { 0: 3, 1: 1 }, Infinity]],
    optimum: 5,
  },
  {
    name: "fixed columns",
    columns: [
      { cost: 4, lower: 2, upper: 2 },
      { cost: 1, upper: 5 },
    ],
    rows: [[5, { 0: 1, 1: 1 }, Infinity]],
    optimum: 11,
  },
  {
    name: "duplicate rows",
    columns: [{ cost: 1 }, { cost: 1 }],
    rows: [
      [1, { 0: 1, 1: 1 }, 2],
      [1, { 0: 1, 1: 1 }, 2],
      [2, { 0: 2, 1: 2 }, 4],
    ],
    optimum: 1,
  },
  {
    name: "rows that ask for nothing",
    columns: [{ cost: -1 }],
    rows: [
      [-Infinity, { 0: 1 }, Infinity],
      [0, {}, 0],
    ],
    optimum: -1,
  },
  { name: "no rows", offset: 3, columns: [{ cost: 1 }, { cost: -1 }], optimum: 2 },
  { name: "no prices", columns: [{ cost: 0 }, { cost: 0 }], rows: [[1, { 0: 1, 1: 1 }, 1]], optimum: 0 },
  { name: "no columns", offset: 7, columns: [], optimum: 7 },
  { name: "no columns, but rows that hold", offset: 7, columns: [], rows: [[-1, {}, 1]], optimum: 7 },
];

const FREE_WHOLE_COLUMNS = modelOf({
  columns: [
    { cost: 1, ...free },
    { cost: 0, ...free },
  ],
  rows: [
    [-7, { 0: 2 }, 7],
    [0, { 0: 1, 1: 1 }, 0],
  ],
});

const INFEASIBLE: readonly (ModelText & { readonly name: string })[] = [
  { name: "asks three of two columns", columns: [{ cost: 1 }, { cost: 1 }], rows: [[3, { 0: 1, 1: 1 }, Infinity]] },
  { name: "asks the same of a linear program", columns: [continuous, continuous], rows: [[3, { 0: 1, 1: 1 }, Infinity]] },
  {
    name: "asks an odd sum of even numbers",
    columns: [
      { cost: 1, upper: 5 },
      { cost: 1, upper: 5 },
    ],
    rows: [[3, { 0: 2, 1: 2 }, 3]],
  },
  {
    name: "asks two rows that contradict each other",
    columns: [{ cost: 0, lower: -9, upper: 9 }],
    rows: [
      [2, { 0: 1 }, Infinity],
      [-Infinity, { 0: 1 }, 1],
    ],
  },
  { name: "asks something of an empty row", columns: [{ cost: 1 }], rows: [[1, {}, 2]] },
  { name: "has a column whose bounds cross", columns: [{ cost: 1, lower: 2, upper: 1 }] },
  { name: "has a row whose bounds cross", columns: [{ cost: 1 }], rows: [[1, { 0: 1 }, 0]] },
  { name: "has no columns and a row that fails", columns: [], rows: [[1, {}, 2]] },
  {
    name: "would be unbounded otherwise",
    columns: [{ cost: -1, upper: Infinity }, { cost: 0 }],
    rows: [[3, { 1: 1 }, Infinity]],
  },
];

const UNBOUNDED: readonly (ModelText & { readonly name: string })[] = [
  { name: "a whole column upwards", sense: "maximise", columns: [{ cost: 1, upper: Infinity }], rows: [[0, { 0: 1 }, Infinity]] },
  { name: "a whole column downwards", columns: [{ cost: 1, lower: -Infinity }], rows: [[-Infinity, { 0: 1 }, 4]] },
  {
    name: "two whole columns together",
    columns: [
      { cost: -1, upper: Infinity },
      { cost: 0, upper: Infinity },
    ],
    rows: [[-1, { 0: 1, 1: -1 }, 1]],
  },
  { name: "a continuous column", columns: [{ cost: -1, upper: Infinity, continuous: true }], rows: [[0, { 0: 1 }, Infinity]] },
];

/** Fails with the whole answer in view. */
function expectOptimal(result: SolveResult, optimum: number): void {
  expect(result).toMatchObject({ status: "optimal", objective: expect.closeTo(optimum, 6), bound: expect.closeTo(optimum, 6) });
}

/** Whatever a limit leaves: nothing, a solution or the proven optimum, but nothing that contradicts the optimum (minimise). */
function expectHonest(result: SolveResult, optimum: number): void {
  if (result.status === "optimal") expectOptimal(result, optimum);
  else expect(["feasible", "no-solution-found"]).toContain(result.status);
  if (result.status === "feasible") expect(result.objective).toBeGreaterThanOrEqual(optimum);
  if (result.status === "feasible" || result.status === "no-solution-found")
    expect(result.bound ?? -Infinity).toBeLessThanOrEqual(optimum);
}

async function optimumOf(solver: Solver, name: string): Promise<Float64Array> {
  const result = await solver.solve(gapInstance(name), {});
  if (result.status !== "optimal") throw new Error(`${name} is ${result.status}`);
  return result.point;
}

const backEnds = (await loadBackEnds()).map((backEnd) => [backEnd.solver.name, backEnd] as const);

describe.each(backEnds)("%s answers a model with", (_, { solver }: BackEnd) => {
  test.each(OPTIMAL)("$name", async ({ optimum, ...text }) => {
    expectOptimal(await solver.solve(modelOf(text), {}), optimum);
  });
});

describe.each(backEnds)("%s says infeasible of a model that", (_, { solver }: BackEnd) => {
  test.each(INFEASIBLE)("$name", async (text) => {
    expect(await solver.solve(modelOf(text), {})).toMatchObject({ status: "infeasible" });
  });
});

describe.each(backEnds)("%s says unbounded of a model open for", (_, { solver }: BackEnd) => {
  test.each(UNBOUNDED)("$name", async (text) => {
    expect(await solver.solve(modelOf(text), {})).toMatchObject({ status: "unbounded" });
  });
});

describe.each(backEnds)("%s", (_, { solver, capabilities }: BackEnd) => {
  test.each(capabilities.instances)("proves the optimum of %s", async (name) => {
    expectOptimal(await solver.solve(gapInstance(name), {}), GAP_OPTIMA.get(name) ?? Number.NaN);
  });

  test(`${capabilities.freeWholeColumns ? "solves" : "refuses"} a model with free whole columns`, async () => {
    const result = await solver.solve(FREE_WHOLE_COLUMNS, {});
    if (capabilities.freeWholeColumns) expectOptimal(result, -3);
    else expect(result).toMatchObject({ status: "failed", code: "back-end-failed" });
  });

  test("is refused malformed models", async () => {
    const sound = modelOf({ columns: [{ cost: 1 }] });
    const malformed = { ...sound, colCost: Float64Array.of(0.5) };
    expect(await solver.solve(malformed, {})).toMatchObject({ status: "failed", code: "malformed-model" });
  });

  test.each([0, 0.001, 0.2])("claims nothing wrong when stopped after %s seconds", async (maxSeconds) => {
    expectHonest(await solver.solve(gapInstance("gap12-0"), { maxSeconds }), GAP_OPTIMA.get("gap12-0") ?? Number.NaN);
  });

  test("starts from a solution, and never ends with a worse one", async () => {
    const model = gapInstance("gap1-0");
    const start = await optimumOf(solver, "gap1-0");
    const requests: SolveRequest[] = [{ start }, { start, maxSeconds: 0 }, { start, maxSteps: 0, maxSeconds: 1 }];
    for (const request of requests) {
      expect(await solver.solve(model, request)).toMatchObject({ objective: 261 });
    }
  });

  test("is refused a start that is no solution", async () => {
    const model = gapInstance("gap1-0");
    const start = new Float64Array(model.numCols);
    expect(await solver.solve(model, { start })).toMatchObject({ status: "failed", code: "start-not-feasible" });
  });

  test("gives the same answer twice", async () => {
    expect(await solver.solve(gapInstance("gap1-0"), {})).toStrictEqual(await solver.solve(gapInstance("gap1-0"), {}));
  });

  test("leaves the model and the start as they were", async () => {
    const start = await optimumOf(solver, "gap1-0");
    const [model, before] = [gapInstance("gap1-0"), gapInstance("gap1-0")];
    const copy = start.slice();
    await solver.solve(model, { start });
    expect(model).toStrictEqual(before);
    expect(start).toStrictEqual(copy);
  });
});

const stepping = backEnds.filter(([, { capabilities }]) => capabilities.steps);
describe.each(stepping)("%s, which counts steps,", (_, { solver, capabilities }: BackEnd) => {
  test.each([0, 1, 50, 200])("claims nothing wrong after %s of them, and the same again", async (maxSteps) => {
    const result = await solver.solve(gapInstance("gap12-0"), { maxSteps });
    expectHonest(result, GAP_OPTIMA.get("gap12-0") ?? Number.NaN);
    expect(await solver.solve(gapInstance("gap12-0"), { maxSteps })).toStrictEqual(result);
  });

  test("names them as its limit, with a bound", async () => {
    const result = await solver.solve(gapInstance(HARD), { maxSteps: 150 });
    expect(result).toMatchObject({ status: "feasible", limit: "steps" });
    expect(result).toMatchObject({ bound: capabilities.boundAtLimit ? expect.any(Number) : null });
  });
});

const reporting = backEnds.filter(([, { capabilities }]) => capabilities.progress);
describe.each(reporting)("%s, which reports progress,", (_, { solver }: BackEnd) => {
  test("stops when it is told to", async () => {
    const result = await solver.solve(gapInstance(HARD), { onProgress: ({ incumbent }) => incumbent !== null });
    expect(result).toMatchObject({ status: "feasible", limit: "cancel" });
  });
});
