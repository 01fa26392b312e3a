import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";

const SECONDS = 60;

test.each(["composition", "replacement"] as const)(
  "programs that take all the seconds they are given do not take more than the search has (%s)",
  async (ground) => {
    const parsed = parseRoundValue(generateRound({ candidates: 50, seed: 8_970, seats: 1, months: 6, policy: { ground } }));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const limits = { seconds: SECONDS, steps: Number.MAX_SAFE_INTEGER, threads: 1 };
    const instance = buildInstance({ ...parsed.round, limits });
    const highs = checked(await loadHighs());
    let clock = 0;
    const solver: typeof highs = {
      ...highs,
      solve: async (model, request) => {
        const answer = await highs.solve(model, { ...request, maxSteps: 1 });
        clock += request.maxSeconds ?? Number.POSITIVE_INFINITY;
        return answer;
      },
    };
    const solved = await solveTiers(instance, { solver, now: () => clock });
    expect(solved.status).toBe("solved");
    expect(clock).toBeLessThanOrEqual(0.7 * SECONDS + 1e-6);
  },
);
