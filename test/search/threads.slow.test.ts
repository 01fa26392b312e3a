import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { place } from "../../engine/place.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { withCrew } from "../../server/crew/thread-crew.ts";
import { roundOf } from "../input/round-of.ts";

it("1, 2 and 8 threads give the same bytes when the step budget ends the search (G10)", { timeout: 240_000 }, async () => {
  const solver = checked(await loadHighs());
  const round = { ...roundOf(generateRound({ candidates: 600, seed: 3 })), limits: { seconds: 600, steps: 2_500, threads: 1 } };
  const digests: string[] = [];
  for (const threads of [1, 2, 8]) {
    const outcome = await withCrew(threads, async (crew) => {
      let parallel = 0;
      const counting = crew && {
        ...crew,
        solveAll: (tasks: Parameters<typeof crew.solveAll>[0]) => {
          parallel++;
          return crew.solveAll(tasks);
        },
      };
      const answer = await place(round, [], {
        solver,
        now: () => performance.now() / 1000,
        ...(counting ? { crew: counting } : {}),
      });
      if (threads > 1) expect(parallel).toBeGreaterThan(0);
      return answer;
    });
    expect(outcome).toMatchObject({ status: "solved", result: { stoppedBy: "steps" } });
    digests.push(createHash("sha256").update(JSON.stringify(outcome)).digest("hex"));
  }
  expect(new Set(digests).size).toBe(1);
});
