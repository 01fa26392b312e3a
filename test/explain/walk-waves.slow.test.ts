import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { openEffort } from "../../engine/explain/effort.ts";
import { seekForWaiting } from "../../engine/explain/seek/seek-for-waiting.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { withCrew } from "../../server/crew/thread-crew.ts";
import { roundOf } from "../input/round-of.ts";
import { countingCrew } from "../search/counting-crew.ts";
import { nobodyPlaced } from "./nobody-placed.ts";

it("walks meet the same placements with 1, 2 and 8 threads (G10)", { timeout: 120_000 }, async () => {
  const instance = buildInstance(roundOf(generateRound({ candidates: 500, seed: 11 })));
  // Nobody is placed yet, and everybody is asked about.
  const stages = nobodyPlaced(instance, 60);
  const now = () => 0;
  const found: unknown[] = [];
  for (const threads of [1, 2, 8]) {
    await withCrew(threads, async (crew) => {
      const counted = countingCrew(crew);
      const effort = openEffort({ steps: 400, stepsPerSolve: 200, seconds: 1e9 }, { now });
      const settled = await seekForWaiting(instance, { arcs: [], stages }, { now, ...counted.ports }, effort);
      expect(counted.atOnce() > 1).toBe(threads > 1);
      const met = settled.sought.map(({ witness }) => witness && { ...witness, arcs: witness.arcs() });
      expect(met.filter((witness) => witness !== null).length).toBeGreaterThan(20);
      found.push([settled.base.arcs, met]);
    });
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});
