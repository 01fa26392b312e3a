import { beforeAll, describe, expect, it } from "vitest";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { better } from "../../engine/search/allowance.ts";
import { QUICK_BOUNDS } from "../../engine/search/crew/bound-makers.ts";
import type { BoundAnswer } from "../../engine/search/crew/stage-bound.ts";
import { locksFor } from "../../engine/search/locks.ts";
import type { SolvedStage } from "../../engine/search/solved-stage.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";

const ROUNDS = 60;
let solver: Solver;
beforeAll(async () => {
  solver = checked(await loadHighs());
});

/** The bound of every stage of a tiny round beside its true best value, each stage under the true locks of those before it. */
async function boundsOf(seed: number) {
  const known = tinyOptimum(seed);
  if (known === null) return [];
  const { round, best } = known;
  const instance = buildInstance(round);
  const stages = stagesOf(instance);
  const solved: SolvedStage[] = [];
  const memory = new Map<string, unknown>();
  const bounds: { name: string; sense: string; truth: number; bound: number | null }[] = [];
  for (const stage of stages) {
    const truth = best[stage.tier]?.[stage.entry] ?? Number.NaN;
    const locks = locksFor(stage, solved, instance);
    let bound: number | null = null;
    for (const make of QUICK_BOUNDS) {
      const known: number = bound ?? stage.ideal;
      const question = {
        instance,
        stages,
        locks,
        arcs: [],
        value: truth,
        bound: known,
        maxSteps: 10_000,
        maxSeconds: 60,
        memory,
      };
      const answer: BoundAnswer | null = bound === truth ? null : await make(question, { solver, now: () => 0 });
      if (answer !== null && (bound === null || better(bound, answer.bound, stage.sense))) bound = answer.bound;
    }
    bounds.push({
      name: `${stage.objectives.join("+")} ${stage.entry}`,
      sense: stage.sense,
      truth,
      bound,
    });
    solved.push({ stage, found: truth, bound: truth, stoppedBy: "proof" });
  }
  return bounds;
}

describe("the assignment bound, against brute force on tiny rounds under every order of tiers", () => {
  it("is never better than the best that can be had worse than it says, and mostly equal to it", {
    timeout: 60_000,
  }, async () => {
    let [tight, loose] = [0, 0];
    const proven = new Set<string>();
    for (let seed = 2_001; seed <= 2_000 + ROUNDS; seed++) {
      for (const { name, sense, truth, bound } of await boundsOf(seed)) {
        if (bound === null) continue;
        const allows = sense === "minimise" ? bound <= truth : bound >= truth;
        expect({ seed, name, bound, truth, allows }).toEqual({ seed, name, bound, truth, allows: true });
        if (bound === truth) {
          tight++;
          proven.add(name);
        } else loose++;
      }
    }
    expect(tight).toBeGreaterThan(9 * loose);
    for (const name of ["placed 0", "regional-balance 0", "delay 0", "delay 1", "wishes 0", "low-skilled 0", "cross-region 0"]) {
      expect(proven).toContain(name);
    }
  });
});
