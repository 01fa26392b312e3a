import fc from "fast-check";
import { expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { coarseProgram } from "../../engine/search/bounds/coarse-program.ts";
import { lagrangianOf } from "../../engine/search/bounds/lagrangian.ts";
import { networkOf } from "../../engine/search/bounds/network.ts";
import { layoutOf, project } from "../../engine/search/bounds/prices.ts";
import { relax } from "../../engine/search/bounds/relaxation.ts";
import { relaxedProgram } from "../../engine/search/bounds/relaxed-program.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const solver = checked(await loadHighs());

test("prices by the seats of whole Regions prove the optimum of their program, which is never above that with places and days", async () => {
  let [asked, more, tight] = [0, 0, 0];
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 100_000 }), fc.nat(), async (seed, draw) => {
    const instance = buildInstance(roundOf(tinyRound(seed)));
    const stages = stagesOf(instance);
    const stage = stages.find(({ objectives }) => objectives.join() === "regional-balance");
    const placed = stages.find(({ objectives }) => objectives.join() === "placed");
    if (stage === undefined || placed === undefined) return;
    const network = networkOf(instance);
    const count = draw % (1 + instance.arcs.people);
    const whole = relax(network, stage, [{ stage: placed, limit: count, bound: count }]);
    const layout = layoutOf(whole);
    const { model, pricesFrom } = coarseProgram(whole, layout);
    const coarse = await solver.solve(model, {});
    const fine = await solver.solve(relaxedProgram(whole, layout).model, {});
    if (coarse.status !== "optimal" || coarse.duals === undefined) {
      expect(fine.status).toBe("infeasible");
      return;
    }
    const prices = pricesFrom(coarse.duals);
    project(whole, layout, prices, 1);
    expect(lagrangianOf(whole, layout, 1).at(prices)).toBeCloseTo(coarse.objective, 5);
    if (fine.status !== "optimal") return;
    expect(coarse.objective).toBeLessThanOrEqual(fine.objective + 1e-6);
    asked += 1;
    if (coarse.objective > 0) more += 1;
    if (coarse.objective > 0 && coarse.objective > fine.objective - 1e-6) tight += 1;
  });
  await fc.assert(property, { numRuns: 120, seed: 8_401 });
  expect({ asked: asked > 30, more: more > 5, tight: tight > 2 }).toEqual({ asked: true, more: true, tight: true });
});
