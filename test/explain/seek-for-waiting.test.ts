import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { seekForWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { roundOf } from "../input/round-of.ts";
import { nobodyPlaced } from "./nobody-placed.ts";

it("asks about no more people than the most, where more than that wait", async () => {
  const instance = buildInstance(roundOf(generateRound({ candidates: 40, seed: 3 })));
  const stages = nobodyPlaced(instance, 60);
  const effort = openEffort({ steps: 2_000, stepsPerSolve: 2_000, seconds: 1e9 }, { now: () => 0 });
  const { sought } = await seekForWaiting(instance, { arcs: [], stages }, { now: () => 0 }, effort, { most: 10 });
  expect(sought).toHaveLength(10);
  expect(sought.some(({ witness }) => witness !== null)).toBe(true);
});
