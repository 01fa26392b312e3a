import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { better } from "../../engine/search/allowance.ts";
import { openBudget } from "../../engine/search/budget.ts";
import { locksFor } from "../../engine/search/locks.ts";
import { searchNeighbourhoods } from "../../engine/search/neighbourhood/neighbourhood-search.ts";
import { openRunState, valueAt } from "../../engine/search/run-state.ts";
import { constructiveStart } from "../../engine/search/start/constructive-start.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { withCrew } from "../../server/crew/thread-crew.ts";
import { roundOf } from "../input/round-of.ts";
import { countingCrew } from "./counting-crew.ts";

it("neighbourhoods find the same lawful, better placement with 1, 2 and 8 threads (G10)", { timeout: 240_000 }, async () => {
  const solver = checked(await loadHighs());
  const round = roundOf(generateRound({ candidates: 160, seed: 3 }));
  const instance = buildInstance(round);
  const stages = stagesOf(instance);
  const current = stages.findIndex(({ objectives }) => objectives.includes("representativeness"));
  const stage = at(stages, current);
  const found: (readonly number[])[] = [];
  for (const threads of [1, 2, 8]) {
    await withCrew(threads, async (crew) => {
      const counted = countingCrew(crew);
      const now = () => performance.now() / 1000;
      const budget = openBudget({ seconds: 600, steps: 100_000, threads }, now, round.candidates.length);
      const state = openRunState(instance, { solver, now, ...counted.ports }, budget, constructiveStart(instance));
      const before = stages.slice(0, current).map((one, i) => ({ stage: one, found: valueAt(state, i), bound: one.ideal }));
      const locks = locksFor(stage, before, instance);
      const start = valueAt(state, current);
      const formulation = formulate(instance, locks, stage);
      const work = { stage, locks, formulation: () => formulation };
      await searchNeighbourhoods(state, work, { maxSteps: 250, maxSeconds: 600, bound: 0 });
      if (threads > 1) expect(counted.atOnce()).toBeGreaterThan(1);
      expect(valueAt(state, current)).toBeLessThan(start);
      for (const [i, lock] of locks.entries()) {
        expect(better(lock.limit, valueAt(state, i), lock.stage.sense)).toBe(false);
      }
      const arcs = state.position.arcs();
      expect(
        verifyPlacements(
          round,
          arcs.map((arc) => placementOf(instance, arc)),
        ),
      ).toEqual([]);
      found.push(arcs);
    });
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});
