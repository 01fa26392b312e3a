import { beforeAll, describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { place } from "../../engine/place.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { bruteForce } from "./brute-force.ts";
import { everyAssignment } from "./every-assignment.ts";

const ROUNDS = 150;
let solver: Solver;
beforeAll(async () => {
  solver = checked(await loadHighs());
});

describe("place, against brute force on tiny rounds", () => {
  it("proves every tier, at the values that trying everything gives, or says that nothing is lawful", {
    timeout: 120_000,
  }, async () => {
    const seen = { solved: 0, infeasible: 0, "bad-input": 0 };
    for (let seed = 1_001; seed <= 1_000 + ROUNDS; seed++) {
      const parsed = parseRoundValue(tinyRound(seed));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      if (everyAssignment(parsed.round) === null) continue;
      const outcome = await place(parsed.round, parsed.warnings, { solver, now: () => 0 });
      const best = bruteForce(parsed.round);
      if (outcome.status === "solved") {
        const found = outcome.result.locks.map((lock) => [lock.found].flat());
        expect({ seed, found }).toEqual({ seed, found: best });
        const bounds = outcome.result.tiers.map((tier) => [tier.bound].flat());
        // The lottery, always last, has no bound.
        const bounded = parsed.round.policy.tiers.filter(({ objectives }) => objectives[0] !== "lottery").length;
        expect(bounds.slice(0, bounded)).toEqual(best?.slice(0, bounded));
        expect(outcome.result.quality).toBe("proven-optimal");
      } else {
        expect({ seed, outcome, best }).toEqual({ seed, outcome, best: null });
      }
      if (outcome.status in seen) seen[outcome.status as keyof typeof seen]++;
    }
    expect(seen.solved).toBeGreaterThan(50);
    expect(seen.infeasible).toBeGreaterThan(0);
  });
});
