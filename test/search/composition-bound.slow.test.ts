import { beforeAll, describe, expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { Lock } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { allowanceOf, worsen } from "../../engine/search/allowance.ts";
import { compositionBound } from "../../engine/search/columns/composition-bound.ts";
import { locksFor } from "../../engine/search/locks.ts";
import type { SolvedStage } from "../../engine/search/solved-stage.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { optionsOf } from "../../engine/verify/bounds/possibilities.ts";
import { recomputeCompositionBound } from "../../engine/verify/bounds/recompute-composition-bound.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { tierSense } from "../../engine/verify/measure-tiers.ts";
import { groupsOf } from "../../engine/verify/openings.ts";
import { bruteForce } from "../engine/brute-force.ts";
import { everyAssignment } from "../engine/every-assignment.ts";

const ROUNDS = 90;
let solver: Solver;
beforeAll(async () => {
  solver = await loadHighs();
});

/** A tiny round in which composition is a tier; `null` if it has none or is too large to try everything. */
function roundWithComposition(seed: number): Round | null {
  const parsed = parseRoundValue(tinyRound(seed));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { round } = parsed;
  return (round.policy.representativeness ?? []).length === 0 || everyAssignment(round) === null ? null : round;
}

/** The bounds of a tiny round's stages beside the true best values, each under the true locks of those before it. */
async function boundsOf(round: Round) {
  const best = bruteForce(round);
  if (best === null) return [];
  const instance = buildInstance(round);
  const stages = stagesOf(instance);
  const solved: SolvedStage[] = [];
  const casefile = openCasefile(round, []);
  const groups = groupsOf(casefile);
  const boundCase = { casefile, groups, options: optionsOf(casefile) };
  const tiers = best.map((values) => ({ bound: values.length === 1 ? (values[0] ?? 0) : values }));
  const bounds: { name: string; truth: number; bound: number; proven: number | null; isValid: boolean }[] = [];
  for (const stage of stages) {
    const truth = best[stage.tier]?.[stage.entry] ?? Number.NaN;
    const locks = locksFor(stage, solved, instance);
    const limits = { maxSteps: 500, maxSeconds: 60 };
    const question = { instance, stages, locks, arcs: [], value: truth, bound: stage.ideal, ...limits, memory: new Map() };
    const answer = await compositionBound(question, { solver, now: () => 0 });
    if (answer !== null) {
      const { bound, certificate } = answer;
      const proven =
        certificate === undefined
          ? 0
          : recomputeCompositionBound(boundCase, certificate, { tiers, locks: reportedLocks(round, best) });
      const isValid = stage.sense === "minimise" ? bound <= truth : bound >= truth;
      bounds.push({ name: stage.objectives.join("+"), truth, bound, proven, isValid });
    }
    solved.push({ stage, found: truth, bound: truth, stoppedBy: "proof" });
  }
  return bounds;
}

/** The locks that true best values leave, as a result reports them. */
function reportedLocks(round: Round, best: readonly (readonly number[])[]): readonly Lock[] {
  const shape = (figures: readonly number[]) => (figures.length === 1 ? (figures[0] ?? 0) : figures);
  return round.policy.tiers.map(({ objectives, allowance }, t) => {
    const found = best[t] ?? [];
    const spent = found.map((value) => allowanceOf(allowance, value));
    const sense = tierSense(round, { objectives, weights: [], allowance });
    const limit = found.map((value, e) => worsen(value, spent[e] ?? 0, sense));
    return { objectives, found: shape(found), allowance: shape(spent), limit: shape(limit) };
  });
}

describe("the bound by compositions of promotions, against brute force on tiny rounds under every order of tiers", () => {
  it("is never better than the best that can be had, mostly equal to it, and what the verifier works out from its certificate", {
    timeout: 60_000,
  }, async () => {
    const seen = { tight: 0, loose: 0, above0: 0, names: new Set<string>() };
    for (let seed = 3_001; seed <= 3_000 + ROUNDS; seed++) {
      const round = roundWithComposition(seed);
      if (round === null) continue;
      for (const { name, truth, bound, proven, isValid } of await boundsOf(round)) {
        expect({ seed, name, proven }).toEqual({ seed, name, proven: bound });
        expect({ seed, name, bound, truth, isValid }).toEqual({ seed, name, bound, truth, isValid: true });
        seen.names.add(name);
        seen[bound === truth ? "tight" : "loose"]++;
        if (bound > 0) seen.above0++;
      }
    }
    expect(seen.above0).toBeGreaterThan(10);
    // Tiers after composition too, minimised and maximised.
    for (const name of ["worst-promotion", "representativeness", "delay", "wishes", "cross-language"]) {
      expect(seen.names).toContain(name);
    }
    expect(seen.tight).toBeGreaterThan(9 * seen.loose);
  });
});
