import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { isHuge } from "../../engine/search/round-size.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };
/** Part of the bound that may be missing, and that of regional balance. */
const MISSING = 0.002;
const UNBALANCED = 0.025;

test("a round too large for any program places all but a few of those whom its bound allows, and keeps what comes first", async () => {
  const round = roundOf(generateRound({ candidates: 3_000, seed: 8_301, months: 12, policy: { ground: "replacement" } }));
  const instance = buildInstance({ ...round, limits: { threads: 1, seconds: 600, steps: 400_000 } });
  expect(isHuge(instance)).toBe(true);
  const outcome = await solveTiers(instance, ports, { first: 5 });
  if (outcome.status !== "solved") throw new Error(outcome.status);
  const [, , reserve, placed, balance] = outcome.stages;
  if (reserve === undefined || placed === undefined || balance === undefined) throw new Error("no such tier");
  expect(reserve.bound - reserve.found).toBeLessThanOrEqual(2);
  expect(placed.bound - placed.found).toBeLessThanOrEqual(MISSING * placed.bound);
  expect(balance.found - balance.bound).toBeLessThanOrEqual(UNBALANCED * balance.bound);
  const placements = outcome.arcs.map((arc) => placementOf(instance, arc));
  expect(verifyPlacements(round, placements)).toEqual([]);
});
