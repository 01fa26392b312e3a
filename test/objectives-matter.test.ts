import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ObjectiveId } from "../engine/domain/policy.ts";
import type { Result, TierFigure } from "../engine/domain/result.ts";
import { parseRoundValue } from "../engine/input/parse-round.ts";
import type { RoundJson } from "../engine/input/round-schema.ts";
import { placementsOf } from "../engine/verify/figures/outcomes.ts";
import { measureObjective, objectiveSense } from "../engine/verify/measure-tiers.ts";
import { run, solved } from "./engine/run-place.ts";
import {
  AUTUMN,
  candidateJson,
  handMade,
  missionJson,
  type ObjectiveName,
  promotionJson,
  SPRING,
  WINTER,
} from "./hand-made-round.ts";

/** A round in which two objectives want different placements: `objective` first, or `against` first. */
interface Dispute {
  readonly against: ObjectiveName;
  readonly given: Parameters<typeof handMade>[0];
  readonly policy?: Parameters<typeof handMade>[2];
}

const GENT = missionJson("m2", "h2");
const women = (max: number) => ({
  representativeness: [{ dimension: "sex", quotas: { F: { min: 0, max } }, mode: "soft" as const }],
});
const together = [candidateJson("c1", ["m1"]), candidateJson("c2", ["m1"])];
/** One place for two; to the first it is the second choice, the first one asking for German. */
const rivals = (over: Parameters<typeof candidateJson>[2]) => ({
  missions: [missionJson("m1", "h1", { places: 1 }), missionJson("m0", "h1", { languages: ["de"] })],
  promotions: [promotionJson("p1", ...AUTUMN)],
  candidates: [candidateJson("c1", ["m0", "m1"], over), candidateJson("c2", ["m1"])],
});

/** The lottery has its own tests below: it can stand nowhere but last. */
const DISPUTES: Readonly<Record<Exclude<ObjectiveId, "lottery">, Dispute>> = {
  // Published at the second choice.
  changes: {
    against: "wishes",
    given: {
      missions: [missionJson("m1"), GENT],
      candidates: [candidateJson("c1", ["m1", "m2"])],
      published: [{ candidate: "c1", promotion: "p1", missions: ["m2"] }],
    },
  },
  // One of two must wait: c1, deferred before, for two months, or c2, whose zone has nothing before spring, for five.
  "deferral-cap": {
    against: "delay",
    given: {
      missions: [missionJson("m1"), GENT],
      promotions: [
        promotionJson("p1", ...AUTUMN, { maxSize: 1 }),
        promotionJson("p2", ...WINTER, { maxSize: 1, zone: { regions: ["WAL"] } }),
        promotionJson("p3", ...SPRING, { maxSize: 1, zone: { regions: ["VLG"] } }),
      ],
      candidates: [candidateJson("c1", ["m1"], { deferrals: 1 }), candidateJson("c2", ["m2"])],
    },
    policy: { deferral: { maxCount: 1, maxDays: null } },
  },
  "reserve-priority": { against: "wishes", given: rivals({ reserveSince: "2026-04-01" }) },
  // The second of two can be placed at a second choice only.
  placed: {
    against: "wishes",
    given: {
      missions: [missionJson("m1", "h1", { places: 1 }), GENT],
      promotions: [promotionJson("p1", ...AUTUMN)],
      candidates: ["c1", "c2"].map((id) => candidateJson(id, ["m1", "m2"])),
    },
  },
  "regional-balance": {
    against: "wishes",
    given: { missions: [missionJson("m1"), GENT], candidates: ["c1", "c2"].map((id) => candidateJson(id, ["m1", "m2"])) },
    policy: { regionalBalance: { targets: { WAL: 0.5, VLG: 0.5 }, tolerance: 0, mode: "soft" } },
  },
  // Four women, at most two of them in one promotion: autumn has room for all.
  "worst-promotion": {
    against: "delay",
    given: { candidates: ["c1", "c2", "c3", "c4"].map((id) => candidateJson(id, ["m1"])) },
    policy: women(2),
  },
  representativeness: { against: "delay", given: { candidates: together }, policy: women(1) },
  "low-skilled": {
    against: "wishes",
    given: rivals({ attributes: { sex: "F", education: "low" } }),
    policy: { lowSkilled: { dimension: "education", category: "low", minimum: 1 } },
  },
  "cross-region": {
    against: "wishes",
    given: { missions: [missionJson("m1"), GENT], candidates: [candidateJson("c1", ["m1", "m2"])] },
    policy: { crossRegion: { minimum: 1, mode: "soft" } },
  },
  // The first choice opens in winter.
  delay: {
    against: "wishes",
    given: { missions: [missionJson("m1", "h1", { from: "2026-12-01" }), GENT], candidates: [candidateJson("c1", ["m1", "m2"])] },
  },
  wishes: {
    against: "cross-language",
    given: { missions: [missionJson("m1"), missionJson("m3", "h3")], candidates: [candidateJson("c1", ["m1", "m3"])] },
  },
  "cross-language": {
    against: "wishes",
    given: { missions: [missionJson("m1"), missionJson("m3", "h3")], candidates: [candidateJson("c1", ["m1", "m3"])] },
  },
};

/** How well a result serves an objective, smaller being better; recomputed from its placements. */
function badness(round: RoundJson, result: Result, objective: ObjectiveId): readonly number[] {
  const parsed = parseRoundValue(round);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const value: TierFigure = measureObjective(parsed.round, placementsOf(result.outcomes), objective);
  const sign = objectiveSense(parsed.round, objective) === "minimise" ? 1 : -1;
  return (typeof value === "number" ? [value] : value).map((entry) => sign * entry);
}

/** Whether the first entry in which two lists differ is smaller in the first. */
function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((entry, index) => entry !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

const cases = Object.entries(DISPUTES) as [Exclude<ObjectiveId, "lottery">, Dispute][];

describe("an objective that is announced counts", () => {
  test.each(cases.filter(([objective]) => objective !== "placed"))(
    "switched off, %s is served worse",
    async (objective, { against, given, policy }) => {
      const on = handMade(given, ["placed", objective, against], policy);
      const [withIt, without] = [await solved(on), await solved(handMade(given, ["placed", against], policy))];
      expect(isBetter(badness(on, withIt, objective), badness(on, without, objective))).toBe(true);
    },
  );

  test.each(cases)(
    "put after another, %s is served worse and the other better",
    async (objective, { against, given, policy }) => {
      const others = objective === "placed" ? [] : (["placed"] as const);
      const first = handMade(given, [...others, objective, against], policy);
      const [before, after] = [await solved(first), await solved(handMade(given, [...others, against, objective], policy))];
      expect(isBetter(badness(first, before, objective), badness(first, after, objective))).toBe(true);
      expect(isBetter(badness(first, after, against), badness(first, before, against))).toBe(true);
    },
  );

  test("placed cannot be switched off", async () => {
    const outcome = await run(handMade({ candidates: together }, ["wishes"]));
    expect(outcome).toMatchObject({ status: "bad-input", issues: [{ code: "tier-placed-missing" }] });
  });

  test("worst-promotion is not representativeness: it spreads what it cannot avoid", async () => {
    // Five women, none wanted: every promotion this round uses is wholly outside, the worst one least when all three are used.
    const given = {
      promotions: [promotionJson("p1", ...AUTUMN), promotionJson("p2", ...WINTER), promotionJson("p3", ...SPRING)],
      candidates: ["c1", "c2", "c3", "c4", "c5"].map((id) => candidateJson(id, ["m1"])),
    };
    const worst = handMade(given, ["placed", "worst-promotion", "delay"], women(0));
    const total = handMade(given, ["placed", "representativeness", "delay"], women(0));
    const [spread, lumped] = [await solved(worst), await solved(total)];
    expect([badness(worst, spread, "worst-promotion"), badness(worst, lumped, "worst-promotion")]).toEqual([[2], [5]]);
    expect([badness(worst, spread, "representativeness"), badness(worst, lumped, "representativeness")]).toEqual([[5], [5]]);
  });
});

describe("the lottery", () => {
  const seeds = Array.from({ length: 8 }, (_, index) => `draw/${index}`);
  const draw = (seed: string, id: string) => createHash("sha256").update(`${seed}\n${id}`).digest("hex");
  const twins = (objectives: readonly ObjectiveName[], seed: string) =>
    handMade(
      {
        missions: [missionJson("m1", "h1", { places: 1 })],
        promotions: [promotionJson("p1", ...AUTUMN)],
        candidates: together,
        seed,
      },
      objectives,
    );
  const winner = async (round: RoundJson) => placementsOf((await solved(round)).outcomes).map(({ candidate }) => candidate);

  test("gives the place that two alike want to the lower draw, and both win under some seed", async () => {
    const winners = [];
    for (const seed of seeds) winners.push(...(await winner(twins(["placed", "lottery"], seed))));
    expect(winners).toEqual(seeds.map((seed) => (draw(seed, "c1") < draw(seed, "c2") ? "c1" : "c2")));
    expect(new Set(winners)).toEqual(new Set(["c1", "c2"]));
  });
  test("switched off, the draw decides nothing", async () => {
    const winners = [];
    for (const seed of seeds) winners.push(...(await winner(twins(["placed"], seed))));
    expect(winners).not.toEqual(seeds.map((seed) => (draw(seed, "c1") < draw(seed, "c2") ? "c1" : "c2")));
  });
  test("can stand nowhere but last", async () => {
    const outcome = await run(twins(["lottery", "placed"], "draw/0"));
    expect(outcome).toMatchObject({ status: "bad-input", issues: [{ code: "tier-lottery-not-last" }] });
  });
});
