import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { javascriptLpSolver } from "../../engine/solvers/javascript-lp-solver.ts";
import { gapInstance } from "./gap-instance.ts";

test("javascript-lp-solver has the version that is installed", () => {
  const file = createRequire(import.meta.url).resolve("javascript-lp-solver/package.json");
  expect(javascriptLpSolver(() => 0).version).toBe(JSON.parse(readFileSync(file, "utf8")).version);
});

test("javascript-lp-solver claims no optimum once its clock says that the time was up", async () => {
  let now = 0;
  const late = javascriptLpSolver(() => (now += 60_000));
  const result = await late.solve(gapInstance("gap1-0"), { maxSeconds: 60 });
  expect(result).toMatchObject({ status: "feasible", limit: "time", bound: null });
});

test("javascript-lp-solver gives no fractional point when it runs out of time", async () => {
  const solver = javascriptLpSolver(() => performance.now());
  const result = await solver.solve(gapInstance("gap8-0"), { maxSeconds: 0.001 });
  expect(result).toMatchObject({ status: "no-solution-found", limit: "time" });
});

test("javascript-lp-solver does not call a model infeasible because its own clock, in whole milliseconds, ran ahead of ours", async () => {
  let now = 0;
  const ahead = javascriptLpSolver(() => (now += 0.5));
  const result = await ahead.solve(gapInstance("gap8-0"), { maxSeconds: 0.001 });
  expect(result).toMatchObject({ status: "no-solution-found", limit: "time" });
});
