import { describe, expect, test } from "vitest";
import type { SolveRequest, SolveResult, Solver } from "../../engine/solvers/solver.ts";
import { type BackEnd, loadBackEnds } from "./back-ends.ts";
import { GAP_OPTIMA, gapInstance } from "./gap-instance.ts";
import { FREE_WHOLE_COLUMNS, INFEASIBLE, OPTIMAL, UNBOUNDED } from "./hand-made-models.ts";
import { modelOf } from "./model-of.ts";

/** Too hard for any back end within the limits used here. */
const HARD = "c05100";

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
    const requests: SolveRequest[] = [
      { start },
      { start, improveStart: true },
      { start, maxSeconds: 0 },
      { start, maxSteps: 0, maxSeconds: 1 },
    ];
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
