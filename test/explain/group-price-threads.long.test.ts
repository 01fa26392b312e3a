import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { groupPrices } from "../../engine/explain/price/group-price.ts";
import { mostServed } from "../../engine/explain/price/group-program.ts";
import { seekForWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { withCrew } from "../../server/crew/thread-crew.ts";
import { roundOf } from "../input/round-of.ts";
import { countingCrew } from "../search/counting-crew.ts";

const now = () => 0;
const effort = (steps: number, stepsPerSolve: number) => openEffort({ steps, stepsPerSolve, seconds: 1e9 }, { now });

it("prices of many people at once are the same with 1, 2 and 8 threads, and establish what walks leave open (G10)", {
  timeout: 240_000,
}, async () => {
  const solver = checked(await loadHighs());
  const instance = buildInstance(roundOf(generateRound({ candidates: 50, seed: 7 })));
  const solved = await solveTiers(instance, { solver, now });
  if (solved.status !== "solved") throw new Error(solved.status);
  const { base, sought } = await seekForWaiting(instance, solved, { now }, effort(100, 100));
  const open = sought.filter(({ witness }) => witness?.kept !== base.stages.length);
  expect(open.length).toBeGreaterThan(5);
  const found: unknown[] = [];
  for (const threads of [1, 2, 8]) {
    await withCrew(threads, async (crew) => {
      const counted = countingCrew(crew);
      const prices = await groupPrices(base, open, {
        solver,
        ...counted.ports,
        effort: effort(200_000, 40_000),
      });
      expect(counted.atOnce() > 1).toBe(threads > 1);
      expect([...prices.values()].filter(({ status }) => status !== "not-established")).toHaveLength(open.length);
      found.push([...prices]);
    });
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

it("a solve that has found what is good enough ends there", async () => {
  const solver = checked(await loadHighs());
  const instance = buildInstance(roundOf(generateRound({ candidates: 50, seed: 7 })));
  const solved = await solveTiers(instance, { solver, now });
  if (solved.status !== "solved") throw new Error(solved.status);
  const { base, sought } = await seekForWaiting(instance, solved, { now }, effort(100, 100));
  const { model, request } = mostServed(base, { group: sought, stage: 0 });
  const most = await solver.solve(model, request);
  expect(most.status).toBe("optimal");
  const first = await solver.solve(model, { ...request, goodEnough: 0 });
  expect(first).toMatchObject({ status: "feasible", limit: "steps" });
  expect(first.steps).toBeLessThan(most.steps);
});
