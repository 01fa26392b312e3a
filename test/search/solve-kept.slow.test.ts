import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { at } from "../../engine/model/instance.ts";
import { better } from "../../engine/search/allowance.ts";
import { openBudget } from "../../engine/search/budget.ts";
import { solveKept } from "../../engine/search/programs/solve-kept.ts";
import { openRunState, type RunState, valueAt } from "../../engine/search/run-state.ts";
import { findStart } from "../../engine/search/start/find-start.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

/** A round of 150 with the placement a run starts from. */
async function startedRun(ground: "composition" | "replacement", seconds: number) {
  const round = roundOf(generateRound({ candidates: 150, seed: 5_152, months: 6, policy: { ground } }));
  const limits = { seconds, steps: 1_000_000, threads: 1 };
  const instance = buildInstance({ ...round, limits });
  const budget = openBudget(limits, ports.now, 150);
  const start = await findStart(instance, ports, budget, undefined);
  if (start.status !== "found") throw new Error(start.status);
  const state = openRunState(instance, ports, budget, start.arcs);
  return { round, state };
}

/** Looks at one stage with every stage before it locked at its value. */
async function lookAt(state: RunState, index: number): Promise<void> {
  const { instance, stages } = state;
  const stage = at(stages, index);
  const locks = stages.slice(0, index).map((earlier, i) => ({ stage: earlier, limit: valueAt(state, i), bound: null }));
  const work = { stage, locks, formulation: () => formulate(instance, locks, stage) };
  await solveKept(state, work, state.budget.share(1, 1), stage.ideal);
}

test.for(["composition", "replacement"] as const)(
  "wishes come down while sizes and every stage before them are kept, %s",
  async (ground) => {
    const { round, state } = await startedRun(ground, 600);
    const { stages, position } = state;
    let improved = 0;
    for (const [index, { objectives, sense }] of stages.entries()) {
      if (!objectives.includes("wishes")) continue;
      const read = () => stages.slice(0, index + 1).map((_, i) => valueAt(state, i));
      const [before, sizes] = [read(), [...position.size]];
      await lookAt(state, index);
      const after = read();
      expect([...position.size]).toEqual(sizes);
      after.slice(0, index).forEach((value, i) => {
        expect(better(at(before, i), value, at(stages, i).sense)).toBe(false);
      });
      expect(better(at(before, index), at(after, index), sense)).toBe(false);
      if (better(at(after, index), at(before, index), sense)) improved++;
    }
    expect(improved).toBeGreaterThanOrEqual(1);
    const placements = position.arcs().map((arc) => placementOf(state.instance, arc));
    expect(verifyPlacements(round, placements)).toEqual([]);
  },
);

test("without the seconds for it nothing is touched, and the clock is noted", async () => {
  const { state } = await startedRun("composition", 0.01);
  const { stages, position, clock } = state;
  const before = position.arcs();
  await lookAt(
    state,
    stages.findIndex(({ objectives }) => objectives.includes("wishes")),
  );
  expect(position.arcs()).toEqual(before);
  expect(clock.cut).toBe(true);
});
