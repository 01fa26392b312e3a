import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

test("a year places all but a few of those whom its bound allows, before its composition is looked at", async () => {
  const round = roundOf(generateRound({ candidates: 700, seed: 5_150, months: 12, policy: { ground: "composition" } }));
  const instance = buildInstance({ ...round, limits: { ...round.limits, steps: 200_000 } });
  expect(instance.arcs.count).toBeGreaterThan(6_000);
  const outcome = await solveTiers(instance, ports, { first: 4 });
  if (outcome.status !== "solved") throw new Error(outcome.status);
  const placed = outcome.stages.find(({ stage }) => stage.objectives.includes("placed"));
  if (placed === undefined) throw new Error("no such tier");
  expect(placed.bound - placed.found).toBeLessThanOrEqual(3);
  const placements = outcome.arcs.map((arc) => placementOf(instance, arc));
  expect(verifyPlacements(round, placements)).toEqual([]);
});
