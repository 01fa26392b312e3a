import { expect, it, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { better } from "../../engine/search/allowance.ts";
import { programBound } from "../../engine/search/bounds/assignment-bound.ts";
import { openBudget } from "../../engine/search/budget.ts";
import { type FoundStage, locksFor } from "../../engine/search/locks.ts";
import { solveByKernel } from "../../engine/search/programs/kernel.ts";
import { openRunState, valueAt } from "../../engine/search/run-state.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { findStart } from "../../engine/search/start/find-start.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

/** What the kernel makes of each stage of a tiny round beside its true best value, as long as the stages before have theirs. */
async function kernelsOf(seed: number) {
  const known = tinyOptimum(seed);
  if (known === null) return [];
  const instance = buildInstance(known.round);
  const stages = stagesOf(instance);
  const budget = openBudget({ seconds: 600, steps: 1_000_000, threads: 1 }, ports.now, known.round.candidates.length);
  const start = await findStart(instance, ports, budget, undefined);
  if (start.status !== "found") throw new Error(start.status);
  const state = openRunState(instance, ports, budget, start.arcs);
  const solved: FoundStage[] = [];
  const kernels = [];
  for (const [index, stage] of stages.entries()) {
    const truth = at(at(known.best, stage.tier), stage.entry);
    const locks = locksFor(stage, solved, instance);
    const share = { maxSteps: 100_000, maxSeconds: 60, fairSeconds: 60 };
    const question = { instance, stages, locks, arcs: state.position.arcs(), value: valueAt(state, index), ...share };
    const answer = await programBound({ ...question, bound: stage.ideal, memory: state.memory }, ports);
    if (answer?.guide === undefined) break;
    const work = { stage, locks, formulation: () => formulate(instance, locks, stage) };
    const { proven } = await solveByKernel(state, work, { search: share, proof: share }, answer, answer.guide);
    const found = valueAt(state, index);
    kernels.push({ stage, truth, found, bound: proven.bound });
    if (found !== truth) break;
    solved.push({ stage, found, bound: truth });
  }
  const placements = state.position.arcs().map((arc) => placementOf(instance, arc));
  expect(verifyPlacements(known.round, placements)).toEqual([]);
  return kernels;
}

it("finds and proves the best there is, against brute force on tiny rounds under every order of tiers", async () => {
  let [proven, open] = [0, 0];
  for (let seed = 6_001; seed <= 6_060; seed++) {
    for (const { stage, truth, found, bound } of await kernelsOf(seed)) {
      const isSound = !better(found, truth, stage.sense) && !better(truth, bound, stage.sense);
      expect({ seed, objectives: stage.objectives, truth, found, bound, isSound }).toMatchObject({ isSound: true });
      if (found === truth && bound === truth) proven++;
      else open++;
    }
  }
  expect(proven).toBeGreaterThan(60);
  expect(proven).toBeGreaterThan(9 * open);
});

test.for(["composition", "replacement"] as const)(
  "a year before its composition is looked at, %s: who can be placed is, and the Regions are as near their bands as can be",
  async (ground) => {
    const round = roundOf(generateRound({ candidates: 700, seed: 5_151, months: 12, policy: { ground } }));
    const instance = buildInstance({ ...round, limits: { seconds: 2_000, steps: 400_000, threads: 1 } });
    expect(instance.arcs.count).toBeGreaterThan(6_000);
    const outcome = await solveTiers(instance, ports, { first: 5 });
    if (outcome.status !== "solved") throw new Error(outcome.status);
    for (const { found, bound } of outcome.stages.slice(3)) expect(Math.abs(found - bound)).toBeLessThanOrEqual(2);
    const placements = outcome.arcs.map((arc) => placementOf(instance, arc));
    expect(verifyPlacements(round, placements)).toEqual([]);
  },
);
