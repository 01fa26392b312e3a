import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import type { Crew } from "../../engine/search/crew/crew.ts";
import { solveTiers, type TiersOutcome } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { withCrew } from "../../server/crew/thread-crew.ts";
import { roundOf } from "../input/round-of.ts";

/** Seconds that no machine reaches, however busy: what differs between two runs then is no matter of the clock. */
const OUT_OF_PLAY = 1_000_000;

/** What a round ended by its steps comes to with each number of threads. */
async function solvedWith(threads: readonly number[], given: RoundJson, first = Infinity): Promise<readonly TiersOutcome[]> {
  const solver = checked(await loadHighs());
  const now = () => performance.now() / 1000;
  const instance = buildInstance({ ...roundOf(given), limits: { seconds: OUT_OF_PLAY, steps: 60_000, threads: 1 } });
  const solve = (crew: Crew | undefined) =>
    solveTiers(instance, { solver, now, ...(crew === undefined ? {} : { crew }) }, { first });
  return Promise.all(threads.map((count) => withCrew(count, solve)));
}

const shown = (outcome: TiersOutcome | undefined) =>
  outcome?.status === "solved" && [outcome.arcs, outcome.stages.map(({ stage: _, ...rest }) => rest)];

it("a large round ended by its steps has the same placement and the same bounds with 1, 2 and 8 threads (G10)", {
  timeout: 240_000,
}, async () => {
  const [one, two, eight] = await solvedWith([1, 2, 8], generateRound({ candidates: 600, seed: 5 }));
  if (one?.status !== "solved") throw new Error(one?.status);
  const total = one.stages.find(({ stage }) => stage.objectives.includes("representativeness"));
  expect(total?.certificate).toMatchObject({ method: "compositions" });
  expect(one.stages.map(({ stoppedBy }) => stoppedBy)).not.toContain("time");
  expect(shown(two)).toEqual(shown(one));
  expect(shown(eight)).toEqual(shown(one));
});

it("a year whose first stages are proven by programs has the same placement and the same bounds with 1 and 2 threads (G10)", {
  timeout: 240_000,
}, async () => {
  const given = generateRound({ candidates: 700, seed: 6, months: 12, policy: { ground: "composition" } });
  const [one, two] = await solvedWith([1, 2], given, 5);
  if (one?.status !== "solved") throw new Error(one?.status);
  const placed = one.stages.find(({ stage }) => stage.objectives.includes("placed"));
  expect(placed).toMatchObject({ stoppedBy: "proof", found: placed?.bound });
  expect(one.stages.map(({ stoppedBy }) => stoppedBy)).not.toContain("time");
  expect(shown(two)).toEqual(shown(one));
});
