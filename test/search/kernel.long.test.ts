import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

it("a year with its wishes first, where seats may not stay idle: every stage before composition is proven", async () => {
  const policy = { ground: "replacement", wishes: "early" } as const;
  const round = roundOf(generateRound({ candidates: 660, seed: 8_213, months: 12, policy }));
  const instance = buildInstance({ ...round, limits: { seconds: 2_000, steps: 400_000, threads: 1 } });
  const first = stagesOf(instance).findIndex(({ objectives }) => objectives.includes("worst-promotion"));
  const outcome = await solveTiers(instance, ports, { first });
  if (outcome.status !== "solved") throw new Error(outcome.status);
  expect(outcome.stages.map(({ found, bound }) => found - bound)).toEqual(outcome.stages.map(() => 0));
});
