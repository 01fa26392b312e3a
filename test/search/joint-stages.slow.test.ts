import { beforeAll, describe, expect, it } from "vitest";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { boundOnFirst, jointStages } from "../../engine/search/joint-stages.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import { type FoundStage, locksFor } from "../../engine/search/locks.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";

let solver: Solver;
beforeAll(async () => {
  solver = checked(await loadHighs());
});

/** Programs of several stages of a tiny round: their values at the optimum beside the true best ones. */
async function jointOptima(seed: number) {
  const known = tinyOptimum(seed);
  if (known === null) return [];
  const { round, best } = known;
  const instance = buildInstance(round);
  const stages = stagesOf(instance);
  const truth = stages.map(({ tier, entry }) => at(at(best, tier), entry));
  const solved: FoundStage[] = [];
  const optima: { found: readonly number[]; truth: readonly number[]; bound: number; first: number }[] = [];
  for (const [first, stage] of stages.entries()) {
    const joint = jointStages(instance, stages, first);
    const locks = locksFor(stage, solved, instance);
    solved.push({ stage, found: at(truth, first), bound: at(truth, first) });
    if (joint.stages.length === 1) continue;
    const formulation = formulate(instance, locks, joint.whole);
    const answer = await solver.solve(formulation.model, {});
    if (answer.status !== "optimal") throw new Error(answer.status);
    const { dials } = openPosition(instance, stages, formulation.decode(answer.point));
    const found = joint.stages.map(({ sense }, k) => (sense === "maximise" ? -1 : 1) * at(dials, first + k).value() + 0);
    const wanted = truth.slice(first, first + joint.stages.length);
    optima.push({ found, truth: wanted, bound: boundOnFirst(joint, answer.bound), first: at(wanted, 0) });
  }
  return optima;
}

describe("one program for a stage and those that break its ties, against brute force on tiny rounds under every order of tiers", () => {
  it("has the best value of each, in their order, and proves that of the first", { timeout: 120_000 }, async () => {
    let programs = 0;
    for (let seed = 5_001; seed <= 5_030; seed++) {
      for (const { found, truth, bound, first } of await jointOptima(seed)) {
        expect({ seed, found, bound }).toEqual({ seed, found: truth, bound: first });
        programs++;
      }
    }
    expect(programs).toBeGreaterThan(25);
  });
});
