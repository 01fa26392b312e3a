import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { at } from "../../engine/model/instance.ts";
import { better } from "../../engine/search/allowance.ts";
import { openBudget } from "../../engine/search/budget.ts";
import { solveLikely } from "../../engine/search/programs/solve-likely.ts";
import { openRunState, valueAt } from "../../engine/search/run-state.ts";
import { findStart } from "../../engine/search/start/find-start.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };
const LIMITS = { seconds: 600, steps: 1_000_000, threads: 1 };

test.for([
  ["representativeness", "composition"],
  ["representativeness", "replacement"],
  ["worst-promotion", "composition"],
  ["worst-promotion", "replacement"],
] as const)(
  "among the arcs of the linear program fewer are outside the bands, and every stage before keeps its value, %s, %s",
  async ([tier, ground]) => {
    const generated = generateRound({ candidates: 100, seed: 5_152, months: 6, policy: { ground, wishes: "early" } });
    const round = { ...roundOf(generated), limits: LIMITS };
    const instance = buildInstance(round);
    const budget = openBudget(LIMITS, ports.now, 100);
    const start = await findStart(instance, ports, budget, undefined);
    if (start.status !== "found") throw new Error(start.status);
    const state = openRunState(instance, ports, budget, start.arcs);
    const { stages, position } = state;
    const index = stages.findIndex(({ objectives }) => objectives.includes(tier));
    const read = () => stages.slice(0, index + 1).map((_, i) => valueAt(state, i));
    const before = read();
    const stage = at(stages, index);
    const locks = stages.slice(0, index).map((earlier, i) => ({ stage: earlier, limit: at(before, i), bound: null }));
    const work = { stage, locks, formulation: () => formulate(instance, locks, stage) };
    await solveLikely(state, work, budget.share(1, 1), stage.ideal);
    read().forEach((value, i) => {
      expect(better(at(before, i), value, at(stages, i).sense)).toBe(false);
    });
    expect(valueAt(state, index)).toBeLessThan(at(before, index));
    expect(
      verifyPlacements(
        round,
        position.arcs().map((arc) => placementOf(instance, arc)),
      ),
    ).toEqual([]);
  },
);
