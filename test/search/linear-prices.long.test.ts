import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulateLoosely } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { openLagrangian } from "../../engine/search/columns/lagrangian.ts";
import { linearPrices } from "../../engine/search/columns/linear-prices.ts";
import { objectiveOf, relaxStage } from "../../engine/search/columns/relaxation.ts";
import { locksFor } from "../../engine/search/locks.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const solver = await loadHighs();
const ports = { solver, now: () => performance.now() / 1000 };

/** What the duals may be off by, in units of the objective. */
const TOLERANCE = 0.05;

test("whole compositions at the duals of the linear program prove its value at least, cross-region among the locks (low-skilled and the largest delay left out)", async () => {
  let priced = 0;
  for (const [seed, ground] of [
    [6_011, "composition"],
    [6_012, "replacement"],
  ] as const) {
    const round = roundOf(generateRound({ candidates: 100, seed, policy: { ground, wishes: "early" } }));
    const instance = buildInstance({ ...round, limits: { ...round.limits, steps: 10_000 } });
    const stages = stagesOf(instance);
    const solved = await solveTiers(instance, ports);
    if (solved.status !== "solved") throw new Error(solved.status);
    for (const [index, stage] of stages.entries()) {
      const locks = locksFor(stage, solved.stages.slice(0, index), instance);
      const objective = objectiveOf(instance, stage);
      if (objective === null || !locks.some(({ stage: { objectives } }) => objectives.includes("worst-promotion"))) continue;
      const kept = locks.filter(
        ({ stage: { objectives, entry } }) => objectives[0] !== "low-skilled" && !(objectives[0] === "delay" && entry === 0),
      );
      const { model } = formulateLoosely(instance, kept, stage, []);
      const linear = await solver.solve({ ...model, integrality: new Int32Array(model.numCols) }, {});
      if (linear.status !== "optimal") throw new Error(linear.status);
      const lagrangian = openLagrangian(relaxStage(instance, locks, objective));
      const limits = { maxSteps: 1_000_000, maxSeconds: 60 };
      const { multipliers } = await linearPrices(lagrangian, { instance, stage, locks, ...limits }, ports);
      if (multipliers === null) throw new Error("no duals");
      if (at(multipliers, multipliers.length - 1) > 0) priced += 1;
      const proven = lagrangian.evaluate(multipliers, new Float64Array(lagrangian.size)).value;
      const value = stage.sense === "minimise" ? linear.objective : -linear.objective;
      expect(proven, stage.objectives.join()).toBeGreaterThan(value - TOLERANCE * objective.unit);
    }
  }
  expect(priced).toBeGreaterThan(0);
});
