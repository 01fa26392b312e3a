import { beforeAll, describe, expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import type { ObjectiveId } from "../../engine/domain/policy.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { TierJson } from "../../engine/input/policy-schema.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { type Curve, tradeOffCurve } from "../../engine/simulate/trade-off/curve.ts";
import { widestGap } from "../../engine/simulate/trade-off/widest-gap.ts";
import { bruteForce } from "../engine/brute-force.ts";
import { run, shipped, solved } from "../engine/run-place.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson, SPRING, WINTER } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";

/** Rounds small enough to try every placement, whose curves bend. */
const CASES: readonly (readonly [seed: number, give: ObjectiveId, gain: ObjectiveId])[] = [
  [3_003, "representativeness", "cross-language"],
  [3_010, "worst-promotion", "delay"],
  [3_033, "regional-balance", "wishes"],
  [3_059, "regional-balance", "wishes"],
];

/** Each waits for the mission of the first choice, or starts at once at m1: 63 days for c1 and c3, 147 for c2. */
const waiting = handMade(
  {
    missions: [missionJson("m1"), missionJson("m2", "h2", { from: WINTER[0] }), missionJson("m3", "h3", { from: SPRING[0] })],
    promotions: [promotionJson("p1", ...AUTUMN), promotionJson("p2", ...WINTER), promotionJson("p3", ...SPRING)],
    candidates: [candidateJson("c1", ["m2", "m1"]), candidateJson("c2", ["m3", "m1"]), candidateJson("c3", ["m2", "m1"])],
  },
  ["placed", "delay", "wishes"],
);

/** The best `gain` under an allowance, by trying every placement. */
function bestGain(round: RoundJson, curve: Curve, absolute: number): readonly number[] {
  const tiers = curve.points[0]?.patch.set.tiers ?? [];
  const position = tiers.findIndex(({ objectives }) => objectives.includes(curve.gain));
  const under = tiers.map(
    (tier): TierJson => (tier.objectives.includes(curve.give) ? { ...tier, allowance: { absolute } } : tier),
  );
  return bruteForce(roundOf({ ...round, policy: { ...round.policy, tiers: under } }))?.[position] ?? [];
}

/** Every point has the best gain there is, one unit less gives only the gain of the point before, and more gives no more than the last. */
function expectExact(round: RoundJson, curve: Curve): void {
  expect(curve.complete).toBe(true);
  for (const [index, { allowance, gain, proven }] of curve.points.entries()) {
    expect(proven).toBe(true);
    expect(bestGain(round, curve, allowance)).toEqual([gain].flat());
    const before = curve.points[index - 1];
    if (before !== undefined) expect(bestGain(round, curve, allowance - 1)).toEqual([before.gain].flat());
  }
  const last = curve.points.at(-1);
  expect(bestGain(round, curve, 10_000)).toEqual([last?.gain].flat());
}

async function curveOf(round: RoundJson, base: Result, give: ObjectiveId, gain: ObjectiveId, points = 60): Promise<Curve | null> {
  const outcome = await tradeOffCurve(round, base, { give, gain, points }, (one) => run(one));
  return outcome.status === "solved" ? outcome.curve : null;
}

describe("the trade-off curve between two tiers", () => {
  test("is exact: as trying every placement under every allowance that matters", { timeout: 120_000 }, async () => {
    let bent = 0;
    for (const [seed, give, gain] of CASES) {
      const round = tinyRound(seed);
      const base = await run(round);
      const curve = base.status === "solved" ? await curveOf(round, base.result, give, gain) : null;
      if (curve === null) continue;
      expectExact(round, curve);
      bent += Number(curve.points.length > 1);
    }
    expect(bent).toBe(CASES.length);
  });

  test("finds all four steps of a longer curve among hundreds of allowances, with few solves", async () => {
    const curve = await curveOf(waiting, await solved(waiting), "delay", "wishes");
    expect(curve?.points.map(({ allowance, gain }) => [allowance, gain])).toEqual([
      [0, [0, 3]],
      [63, [0, 2]],
      [126, [0, 1]],
      [273, [0, 0]],
    ]);
    if (curve !== null) expectExact(waiting, curve);
    expect(curve?.solved).toBeLessThan(30);
  });
});

describe("on the shipped round", () => {
  const tiny = shipped("tiny");
  let base: Result;
  beforeAll(async () => {
    base = await solved(tiny);
  });

  test.each([
    ["placed", "wishes", "/give"],
    ["delay", "lottery", "/gain"],
    ["wishes", "delay", "/gain"],
    ["changes", "changes", "/gain"],
  ] as const)("%s cannot be spent on %s", async (give, gain, path) => {
    const outcome = await tradeOffCurve(tiny, base, { give, gain, points: 5 }, (one) => run(one));
    expect(outcome.status === "bad-input" ? outcome.issues.map((one) => one.path) : outcome).toContain(path);
  });

  test("each point is what its own policy gives", async () => {
    const curve = await curveOf(tiny, base, "delay", "wishes");
    for (const { patch, tiers } of curve?.points ?? []) {
      const again = await solved({ ...tiny, policy: { ...tiny.policy, tiers: patch.set.tiers } });
      expect(again.tiers.map(({ value }) => value)).toEqual(tiers.map(({ value }) => value));
    }
  });

  test("never solves more rounds than it was given points, and says that steps may be missing", async () => {
    const solve = async (one: RoundJson) => run(one);
    const outcome = await tradeOffCurve(tiny, base, { give: "regional-balance", gain: "delay", points: 3 }, solve);
    if (outcome.status !== "solved") throw new Error(outcome.status);
    expect(outcome.curve.solved).toBeLessThanOrEqual(3);
  });

  test("a point that cannot be solved ends it with the reason", async () => {
    const outcome = await tradeOffCurve(tiny, base, { give: "delay", gain: "wishes", points: 3 }, async () => ({
      status: "nothing-found",
    }));
    expect(outcome).toEqual({ status: "unsolved", reason: "nothing-found" });
  });
});

describe("where to look next", () => {
  test.each([
    [[], null],
    [
      [
        [0, 9],
        [1, 4],
      ],
      null,
    ],
    [
      [
        [0, 9],
        [10, 9],
      ],
      null,
    ],
    [
      [
        [0, 9],
        [10, 4],
        [20, 3],
      ],
      5,
    ],
    [
      [
        [0, 9],
        [1, 4],
        [20, 3],
      ],
      10,
    ],
    [
      [
        [0, [5, 9]],
        [8, [5, 1]],
        [16, [4, 9]],
      ],
      12,
    ],
  ])("%j", (points, next) => {
    expect(widestGap(points.map(([allowance, gain]) => ({ allowance: Number(allowance), gain: gain as number })))).toBe(next);
  });
});
