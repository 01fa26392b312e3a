import { describe, expect, test } from "vitest";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { SolveProgress } from "../../engine/solvers/solver.ts";
import { gapInstance } from "./gap-instance.ts";
import { modelOf } from "./model-of.ts";

const highs = await loadHighs();
const hard = gapInstance("c05100");

describe("HiGHS under a step budget", () => {
  test("stops with an incumbent, a bound and the limit named", async () => {
    const result = await highs.solve(hard, { maxSteps: 600 });
    expect(result).toMatchObject({ status: "feasible", limit: "steps" });
    expect(result.steps).toBeGreaterThanOrEqual(600);
  });

  test("gives the same bytes again, in the same instance after other work and in a fresh one", async () => {
    const request = { maxSteps: 600 };
    const first = await highs.solve(hard, request);
    await highs.solve(gapInstance("gap3-0"), {});
    expect(await highs.solve(hard, request)).toStrictEqual(first);
    expect(await (await loadHighs()).solve(hard, request)).toStrictEqual(first);
  });

  test("finds nothing in no steps, and says so", async () => {
    expect(await highs.solve(hard, { maxSteps: 0 })).toMatchObject({ status: "no-solution-found", bound: null, limit: "steps" });
  });

  test("counts simplex iterations where no column is whole", async () => {
    const relaxed = { ...hard, integrality: new Int32Array(hard.numCols) };
    const whole = await highs.solve(relaxed, {});
    expect(whole).toMatchObject({ status: "optimal" });
    expect(whole.steps).toBeGreaterThan(10);
    expect(await highs.solve(relaxed, { maxSteps: 10 })).toMatchObject({
      status: "no-solution-found",
      limit: "steps",
      steps: 10,
    });
  });
});

describe("HiGHS by its interior-point method", () => {
  const relaxed = { ...hard, integrality: new Int32Array(hard.numCols) };

  test("has the same optimum of a linear program, amid the optimal points, and the same bytes again", async () => {
    const vertex = await highs.solve(relaxed, {});
    const inside = await highs.solve(relaxed, { interior: true });
    if (vertex.status !== "optimal" || inside.status !== "optimal") throw new Error(inside.status);
    expect(inside.objective).toBeCloseTo(vertex.objective, 3);
    expect(inside.duals).toHaveLength(hard.numRows);
    expect(inside.steps).toBeGreaterThan(0);
    expect(await (await loadHighs()).solve(relaxed, { interior: true })).toStrictEqual(inside);
  });

  test("counts its iterations as steps, and ends by them", async () => {
    const { steps } = await highs.solve(relaxed, { interior: true });
    const short = await highs.solve(relaxed, { interior: true, maxSteps: steps >> 1 });
    expect(short).toMatchObject({ limit: "steps" });
    expect(short.steps).toBeLessThanOrEqual(steps >> 1);
  });

  test("stops when the caller says so", async () => {
    expect(await highs.solve(relaxed, { interior: true, onProgress: () => true })).toMatchObject({ limit: "cancel" });
  });

  test("proves the same of an integer program", async () => {
    const small = gapInstance("gap3-0");
    const plain = await highs.solve(small, {});
    const inside = await highs.solve(small, { interior: true });
    if (plain.status !== "optimal" || inside.status !== "optimal") throw new Error(inside.status);
    expect(inside.objective).toBeCloseTo(plain.objective, 6);
  });
});

describe("HiGHS under other limits", () => {
  test("stops at a time limit of nothing", async () => {
    expect(await highs.solve(hard, { maxSeconds: 0 })).toMatchObject({ limit: "time" });
  });

  test("stops when the caller says so, keeping the incumbent", async () => {
    const seen: SolveProgress[] = [];
    const onProgress = (progress: SolveProgress) => {
      seen.push(progress);
      return progress.incumbent !== null && progress.bound !== null;
    };
    const result = await highs.solve(hard, { onProgress });
    expect(result).toMatchObject({ status: "feasible", limit: "cancel" });
    const last = seen.at(-1);
    expect(last?.incumbent).toBeGreaterThanOrEqual(last?.bound ?? Infinity);
  });

  test("stops a linear program when the caller says so", async () => {
    const relaxed = { ...hard, integrality: new Int32Array(hard.numCols) };
    expect(await highs.solve(relaxed, { onProgress: () => true })).toMatchObject({ limit: "cancel" });
  });
});

describe("HiGHS", () => {
  test("improves on a start, and keeps it when stopped at once", async () => {
    const model = gapInstance("gap1-0");
    const best = await highs.solve(model, {});
    if (best.status !== "optimal") throw new Error(`gap1-0 is ${best.status}`);
    const again = await highs.solve(hard, { maxSteps: 600 });
    if (again.status !== "feasible") throw new Error(`c05100 is ${again.status}`);
    expect(await highs.solve(hard, { start: again.point, maxSteps: 1 })).toMatchObject({ status: "feasible", limit: "steps" });
    expect(await highs.solve(model, { start: best.point })).toMatchObject({
      status: "optimal",
      objective: expect.closeTo(best.objective, 6),
    });
  });

  test("survives a caller whose progress function throws, and solves the next model", async () => {
    const onProgress = () => {
      throw new Error("no");
    };
    expect(await highs.solve(hard, { onProgress })).toMatchObject({ status: "failed", code: "back-end-failed" });
    expect(await highs.solve(gapInstance("gap1-0"), {})).toMatchObject({ status: "optimal" });
  });

  test("says in one short line which model it refuses", async () => {
    const model = { ...modelOf({ columns: [{ cost: 1 }] }), colCost: Float64Array.of(Number.NaN) };
    const result = await highs.solve(model, {});
    if (result.status !== "failed") throw new Error(`NaN is ${result.status}`);
    expect(result.message.length).toBeLessThan(300);
    expect(result.message).not.toContain("\n");
  });

  test("agrees with itself without presolve", async () => {
    const plain = await loadHighs({ presolve: "off" });
    const model = gapInstance("gap5-0");
    const [one, other] = [await highs.solve(model, {}), await plain.solve(model, {})];
    expect(one).toMatchObject({ status: "optimal", objective: expect.closeTo(403, 6) });
    expect(other).toMatchObject({ status: "optimal", objective: expect.closeTo(403, 6) });
  });

  test("tells an unbounded model from an infeasible one where presolve cannot", async () => {
    const unbounded = modelOf({ columns: [{ cost: -1, upper: Infinity }], rows: [[0, { 0: 1 }, Infinity]] });
    expect(await highs.solve(unbounded, {})).toMatchObject({ status: "unbounded" });
  });
});
