import { describe, expect, test } from "vitest";
import { infeasibleRounds, isFeasible } from "../../bench/conflicts/infeasible-rounds.ts";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { findRelaxations } from "../../engine/conflict/find-relaxations.ts";
import { type Relaxation, type RelaxationSet, relaxedRound } from "../../engine/conflict/relaxation.ts";
import { conflictLines } from "../../engine/conflict/texts/conflict-text.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import type { Round } from "../../engine/domain/round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { place } from "../../engine/place.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { run } from "../engine/run-place.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";
import { asPatched } from "./as-patched.ts";

const solver = checked(await loadHighs());

async function infeasible(round: RoundJson) {
  const outcome = await run(round);
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  return outcome;
}

/** What the round so changed is answered. */
async function relaxed(round: RoundJson, { relaxations }: RelaxationSet): Promise<string> {
  const outcome = await place(relaxedRound(roundOf(round), relaxations), [], { solver, now: () => performance.now() / 1000 });
  return outcome.status;
}

const kinds = (sets: readonly RelaxationSet[]) =>
  sets.map(({ relaxations }) => relaxations.map(({ kind, by }) => `${kind} ${by}`));

/** The round that a planner makes of a stored one with the patches of a set. */
function patched(round: RoundJson, { patches }: Pick<RelaxationSet, "patches">): Round {
  const scenario = applyPatches(round, patches, round.id);
  if (!scenario.ok) throw new Error(scenario.issues.map(describeIssue).join("\n"));
  return roundOf(scenario.round);
}

/** Two people pinned to one place. */
const twoPins = (): RoundJson => ({
  ...handMade(
    {
      missions: [missionJson("m1", "h1", { places: 1 })],
      candidates: [candidateJson("c1", ["m1"]), candidateJson("c2", ["m1"])],
    },
    ["placed"],
  ),
  pins: ["c1", "c2"].map((candidate) => ({ candidate, promotion: "p1", missions: ["m1"] })),
});

describe("the smallest changes that make a round feasible", () => {
  test("two people pinned to one place: one more place, or a pin less, or the other", async () => {
    const { relaxations } = await infeasible(twoPins());
    expect(relaxations.length).toBeGreaterThan(1);
    expect(relaxations.every(({ proven, price }) => proven && price === 1_000)).toBe(true);
    expect(kinds(relaxations)).toEqual(expect.arrayContaining([["pin-dropped 1"]]));
    for (const set of relaxations) {
      expect(await relaxed(twoPins(), set)).toBe("solved");
      expect(await isFeasible(patched(twoPins(), set), solver)).toBe(true);
    }
  });
  test("a promotion that must be held with more people than there are is made smaller by exactly those", async () => {
    const promotions = [promotionJson("p1", ...AUTUMN, { minSize: 5, maxSize: 9, mustHold: true })];
    const candidates = ["c1", "c2", "c3"].map((id) => candidateJson(id, ["m1"]));
    const round = handMade({ missions: [missionJson("m1", "h1", { places: 9 })], promotions, candidates }, ["placed"]);
    const { relaxations } = await infeasible(round);
    expect(kinds(relaxations)[0]).toEqual(["promotion-min-size 2"]);
    expect(relaxations[0]?.relaxations[0]).toMatchObject({
      from: 5,
      to: 3,
      subject: { promotion: "p1" },
      rule: "promotion-size",
    });
    expect(await relaxed(round, relaxations[0] as RelaxationSet)).toBe("solved");
  });
  test("are told in four languages, with the article and nobody's data but ids", async () => {
    const { conflict, relaxations } = await infeasible(twoPins());
    for (const language of ["fr", "nl", "de", "en"] as const) {
      const lines = conflictLines(conflict, relaxations, language);
      expect(lines.length).toBe(
        2 + conflict.parts.length + relaxations.reduce((sum, set) => sum + 1 + set.relaxations.length, 0),
      );
      expect(lines.join("\n")).not.toMatch(/undefined|null|\?|\{/);
    }
    expect(conflictLines(conflict, [], "fr")[0]).toContain("Aucun placement légal");
  });
  test("tiny infeasible rounds are lawful once relaxed, and not by less", async () => {
    const rounds = await infeasibleRounds(30_000, 8, solver);
    for (const { seed, instance } of rounds) {
      const sets = await findRelaxations(instance, { solver, now: () => performance.now() / 1000 });
      expect({ seed, found: sets.length > 0 }).toEqual({ seed, found: true });
      for (const { relaxations, price, patches } of sets) {
        const lawful = (made: readonly Relaxation[]) => isFeasible(relaxedRound(instance.round, made), solver);
        expect({ seed, lawful: await lawful(relaxations) }).toEqual({ seed, lawful: true });
        // Its own patches make the same round, as a file tells it.
        const made = patched(tinyRound(seed), { patches });
        expect(asPatched(made)).toEqual(asPatched(relaxedRound(instance.round, relaxations)));
        expect(price).toBeGreaterThanOrEqual(sets[0]?.price ?? 0);
        for (const one of relaxations) {
          const less = relaxations.filter((other) => other !== one);
          expect({ seed, one, lawful: await lawful(less) }).toEqual({ seed, one, lawful: false });
        }
      }
    }
  });
});
