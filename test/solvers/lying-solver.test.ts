import { describe, expect, test } from "vitest";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import { objectiveOf, pointViolations } from "../../engine/solvers/check-point.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { FailureCode, SolveRequest, SolveResult, Solver } from "../../engine/solvers/solver.ts";
import { modelOf } from "./model-of.ts";
import { placementProgram } from "./placement-program.ts";

const highs = await loadHighs();

/** Says `claim` about the first model it is asked about, and the truth about all others. */
function lyingOnce(claim: unknown): Solver {
  let told = false;
  return {
    name: "liar",
    version: "1",
    async solve(model, request) {
      if (told) return highs.solve(model, request);
      told = true;
      return claim as SolveResult;
    },
  };
}

function alwaysSaying(claim: unknown): Solver {
  return { name: "liar", version: "1", solve: async () => claim as SolveResult };
}

/** minimise x0 + 2 x1 where x0 + x1 >= 1: the optimum is 1, at (1, 0). */
const model = modelOf({ columns: [{ cost: 1 }, { cost: 2 }], rows: [[1, { 0: 1, 1: 1 }, Infinity]] });
const best = Float64Array.of(1, 0);
const second = Float64Array.of(0, 1);
const impossible = modelOf({ columns: [{ cost: 1 }, { cost: 2 }], rows: [[3, { 0: 1, 1: 1 }, Infinity]] });
const open = { columns: [{ cost: -1, upper: Infinity }, { cost: 0 }] };

const optimal = (point: Float64Array, objective: number, bound = objective) => ({
  status: "optimal",
  point,
  objective,
  bound,
  steps: 0,
});
const feasible = (point: Float64Array, objective: number, bound: number | null) => ({
  ...{ status: "feasible", point, objective, bound, limit: "steps", steps: 0 },
});

interface Lie {
  readonly lie: string;
  readonly claim: unknown;
  readonly code: FailureCode;
  readonly request?: SolveRequest;
  readonly about?: LinearModel;
}

const LIES: readonly Lie[] = [
  { lie: "a point that breaks a row", claim: optimal(Float64Array.of(0, 0), 0), code: "wrong-point" },
  { lie: "a point beyond a bound", claim: optimal(Float64Array.of(2, 0), 2), code: "wrong-point" },
  { lie: "a fractional point", claim: optimal(Float64Array.of(0.5, 0.5), 1.5), code: "wrong-point" },
  { lie: "a point that breaks a row once rounded", claim: feasible(Float64Array.of(0.4, 0), 0, null), code: "wrong-point" },
  { lie: "a point with NaN", claim: optimal(Float64Array.of(Number.NaN, 1), 1), code: "wrong-point" },
  { lie: "a point with infinity", claim: optimal(Float64Array.of(Infinity, 1), 1), code: "wrong-point" },
  { lie: "a point too short", claim: optimal(Float64Array.of(1), 1), code: "wrong-point" },
  { lie: "a point too long", claim: optimal(Float64Array.of(1, 0, 0), 1), code: "wrong-point" },
  { lie: "a point that is none", claim: { ...optimal(best, 1), point: undefined }, code: "wrong-point" },
  { lie: "a wrong objective", claim: optimal(best, 0), code: "wrong-objective" },
  { lie: "an objective that is no number", claim: optimal(best, Number.NaN, 1), code: "wrong-objective" },
  { lie: "a bound that its own point beats", claim: feasible(best, 1, 2), code: "wrong-bound" },
  { lie: "a fractional bound that its own point beats", claim: feasible(best, 1, 1.2), code: "wrong-bound" },
  { lie: "an optimum that its own point beats", claim: optimal(best, 1, 2), code: "wrong-bound" },
  { lie: "an optimum short of its own bound", claim: optimal(second, 2, 1), code: "wrong-optimal" },
  { lie: "an optimum that the start beats", claim: optimal(second, 2), code: "wrong-optimal", request: { start: best } },
  { lie: "a bound that the start beats", claim: feasible(second, 2, 2), code: "wrong-bound", request: { start: best } },
  {
    lie: "a bound without a point that the start beats",
    claim: { status: "no-solution-found", bound: 1.5, limit: "time", steps: 0 },
    code: "wrong-bound",
    request: { start: best },
  },
  { lie: "a bound that is no number", claim: optimal(best, 1, Number.NaN), code: "malformed-answer" },
  { lie: "an infinite bound", claim: feasible(best, 1, -Infinity), code: "malformed-answer" },
  { lie: "an optimum without a bound", claim: { ...optimal(best, 1), bound: null }, code: "malformed-answer" },
  { lie: "steps that are no number", claim: { ...optimal(best, 1), steps: Number.NaN }, code: "malformed-answer" },
  { lie: "an unknown status", claim: { status: "fine", steps: 0 }, code: "malformed-answer" },
  { lie: "no answer at all", claim: undefined, code: "malformed-answer" },
  {
    lie: "infeasible, although there is a start",
    claim: { status: "infeasible", steps: 0 },
    code: "wrong-infeasible",
    request: { start: second },
  },
  { lie: "infeasible, although there are solutions", claim: { status: "infeasible", steps: 0 }, code: "wrong-infeasible" },
  { lie: "unbounded, although every column is bounded", claim: { status: "unbounded", steps: 0 }, code: "wrong-unbounded" },
  {
    lie: "unbounded, although the rows close what the columns leave open",
    claim: { status: "unbounded", steps: 0 },
    code: "wrong-unbounded",
    about: modelOf({ ...open, rows: [[-Infinity, { 0: 1 }, 7]] }),
  },
];

describe("a solver that lies once", () => {
  test.each(LIES)("is caught claiming $lie", async ({ claim, code, request = {}, about = model }) => {
    expect(await checked(lyingOnce(claim)).solve(about, request)).toMatchObject({ status: "failed", code });
  });

  test("is caught calling an infeasible model unbounded, and the truth comes out", async () => {
    const about = modelOf({ ...open, rows: [[3, { 1: 1 }, Infinity]] });
    expect(await checked(lyingOnce({ status: "unbounded", steps: 0 })).solve(about, {})).toMatchObject({ status: "infeasible" });
  });

  test("is caught finding a solution of an infeasible model", async () => {
    const result = await checked(lyingOnce(optimal(Float64Array.of(1, 1), 3))).solve(impossible, {});
    expect(result).toMatchObject({ status: "failed", code: "wrong-point" });
  });
});

describe("a solver that changes one entry of an honest point", () => {
  test("is caught on 40 generated programs, wherever the change is not to another optimum", async () => {
    let caught = 0;
    for (let seed = 0; seed < 40; seed++) {
      const program = placementProgram(seed, 4);
      const honest = await checked(highs).solve(program, {});
      if (honest.status !== "optimal") continue;
      for (let j = 0; j < program.numCols; j++) {
        const point = honest.point.slice();
        point[j] = (point[j] ?? 0) + (seed % 2 === 0 ? 1 : -1);
        const result = await checked(lyingOnce({ ...honest, point })).solve(program, {});
        if (result.status === "failed") caught += 1;
        else
          expect([pointViolations(program, point), objectiveOf(program, point)], `seed ${seed}, column ${j}`).toEqual([
            [],
            honest.objective,
          ]);
      }
    }
    expect(caught).toBeGreaterThan(500);
  });
});

describe("a solver that lies always", () => {
  test("is caught calling everything infeasible", async () => {
    const result = await checked(alwaysSaying({ status: "infeasible", steps: 0 })).solve(model, {});
    expect(result).toMatchObject({ status: "failed", code: "wrong-infeasible" });
  });

  test("is caught calling everything unbounded", async () => {
    const result = await checked(alwaysSaying({ status: "unbounded", steps: 0 })).solve(model, {});
    expect(result.status).toBe("failed");
  });

  test("does not get an infeasible model confirmed by finding nothing", async () => {
    let asked = 0;
    const evasive: Solver = {
      ...{ name: "liar", version: "1" },
      solve: async () =>
        asked++ === 0
          ? { status: "infeasible", steps: 0 }
          : { status: "no-solution-found", bound: null, limit: "time", steps: 0 },
    };
    expect(await checked(evasive).solve(model, {})).toMatchObject({ status: "no-solution-found", limit: "time" });
  });
});

describe("a solver that throws", () => {
  test("has failed, and its message is not passed on", async () => {
    const throwing: Solver = {
      ...{ name: "liar", version: "1" },
      solve: () => Promise.reject(new Error("the whole bundle")),
    };
    const result = await checked(throwing).solve(model, {});
    expect(result).toMatchObject({ status: "failed", code: "back-end-failed" });
    expect(JSON.stringify(result)).not.toContain("bundle");
  });
});

describe("an honest solver", () => {
  test("has its point rounded, its objective recomputed and its bound rounded up", async () => {
    const claim = feasible(Float64Array.of(0.9999999, 1e-8), 1.0000001, 0.3);
    expect(await checked(lyingOnce(claim)).solve(model, {})).toEqual({ ...feasible(best, 1, 1), steps: 0 });
  });

  test("is believed when it finds nothing, or fails", async () => {
    const nothing = { status: "no-solution-found", bound: null, limit: "cancel", steps: 3 };
    expect(await checked(lyingOnce(nothing)).solve(model, {})).toEqual(nothing);
    const failure = { status: "failed", code: "back-end-failed", message: "out of memory", steps: 3 };
    expect(await checked(lyingOnce(failure)).solve(model, {})).toEqual(failure);
  });

  test("that finds nothing better than the start gives the start back", async () => {
    const nothing = { status: "no-solution-found", bound: 0.5, limit: "steps", steps: 3 };
    expect(await checked(lyingOnce(nothing)).solve(model, { start: best })).toEqual({ ...feasible(best, 1, 1), steps: 3 });
    expect(await checked(lyingOnce(feasible(second, 2, 1))).solve(model, { start: best })).toEqual(feasible(best, 1, 1));
  });

  test("hears no more of a start that is no solution", async () => {
    const result = await checked(alwaysSaying(optimal(best, 1))).solve(model, { start: Float64Array.of(0, 0) });
    expect(result).toMatchObject({ status: "failed", code: "start-not-feasible" });
  });
});
