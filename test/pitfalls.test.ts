import { describe, expect, test } from "vitest";
import type { Outcome, Result } from "../engine/domain/result.ts";
import type { Placement, Round } from "../engine/domain/round.ts";
import { parseRoundValue } from "../engine/input/parse-round.ts";
import type { RoundJson } from "../engine/input/round-schema.ts";
import { placementsOf } from "../engine/verify/figures/outcomes.ts";
import { measureObjective, measureTiers } from "../engine/verify/measure-tiers.ts";
import { verifyGuarantees } from "../engine/verify/verify-guarantees.ts";
import { verifyPlacements } from "../engine/verify/verify-placements.ts";
import { verifyResult } from "../engine/verify/verify-result.ts";
import { bruteForce } from "./engine/brute-force.ts";
import { run, shipped, solved } from "./engine/run-place.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson } from "./hand-made-round.ts";

/** Mistakes other placement systems made; each test fails if the mistake is made here. */

function parsed(round: RoundJson): Round {
  const read = parseRoundValue(round);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.round;
}

const tiny = shipped("tiny");
const TINY = parsed(tiny);
const tinyResult = await solved(tiny);

const pathsOf = (round: Round, result: Result) =>
  verifyResult(round, result).map((violation) => (violation.kind === "figure" ? violation.path : violation.rule));

describe("an announced criterion with weight zero", () => {
  test("a weight of zero is refused", async () => {
    const tiers = [{ objectives: ["placed" as const] }, { objectives: ["cross-language" as const], weights: [0] }];
    expect(await run({ ...tiny, policy: { ...tiny.policy, tiers } })).toMatchObject({ status: "bad-input" });
  });
  test("every tier of the policy is measured and reported, in its order", () => {
    expect(tinyResult.tiers.map(({ objectives }) => objectives)).toEqual(TINY.policy.tiers.map(({ objectives }) => objectives));
    expect(tinyResult.tiers.map(({ value }) => value)).toEqual(measureTiers(TINY, placementsOf(tinyResult.outcomes)));
  });
  test("the lighter of two merged criteria still decides between what the heavier leaves equal", async () => {
    const choices = [candidateJson("c1", ["m1", "m3"])];
    const round = handMade({ missions: [missionJson("m1"), missionJson("m3", "h3")], candidates: choices }, ["placed", "wishes"]);
    const crossings = { objectives: ["cross-region" as const, "cross-language" as const], weights: [9, 1] };
    const tiers = [{ objectives: ["placed" as const] }, crossings, { objectives: ["wishes" as const] }];
    const crossRegion = { minimum: 1, mode: "soft" as const };
    const result = await solved({ ...round, policy: { ...round.policy, crossRegion, tiers } });
    expect(result.outcomes[0]).toMatchObject({ missions: ["m3"] });
  });
});

describe("a fairness statistic nobody recomputed", () => {
  const [first] = tinyResult.representation;
  if (first === undefined) throw new Error("the tiny round has a dimension with targets");
  test.each([
    ["/representation/0/served/F", { ...first, served: { ...first.served, F: 9 } }],
    ["/representation/0/applicants/M", { ...first, applicants: { ...first.applicants, M: 9 } }],
    ["/representation/0/after/totalVariation", { ...first, after: { ...first.after, totalVariation: 0.987 } }],
    ["/representation/0/selection/totalVariation", { ...first, selection: { ...first.selection, totalVariation: 0.987 } }],
    [
      "/representation/0/before/chiSquared",
      { ...first, before: { ...first.before, chiSquared: { statistic: 1, degrees: 1, differs: false } } },
    ],
  ])("%s, embellished, is found", (path, embellished) => {
    expect(pathsOf(TINY, { ...tinyResult, representation: [embellished] })).toContain(path);
  });
  test("so are the indicator and a promotion's deviation", () => {
    expect(pathsOf(TINY, { ...tinyResult, indicators: { ...tinyResult.indicators, representativeness: 0.999 } })).toContain(
      "/indicators/representativeness",
    );
    const promotions = tinyResult.promotions.map((promotion) => ({ ...promotion, deviation: promotion.deviation + 1 }));
    expect(pathsOf(TINY, { ...tinyResult, promotions })).toContain("/promotions/0/deviation");
  });
});

test("unseeded random restarts: the same round gives the same bytes, whatever the order of its lists", async () => {
  const reversed = {
    ...tiny,
    candidates: [...(tiny.candidates ?? [])].reverse(),
    missions: [...(tiny.missions ?? [])].reverse(),
  };
  expect(JSON.stringify(await solved(tiny))).toBe(JSON.stringify(tinyResult));
  expect(JSON.stringify(await solved(reversed))).toBe(JSON.stringify(tinyResult));
});

describe("an audit field with a constant in it", () => {
  test("the certificate follows seed, policy and round", async () => {
    const other = await solved({ ...tiny, seed: "tiny/2", policy: { ...tiny.policy, needs: "forbid" } });
    expect(other.certificate.seed).toBe("tiny/2");
    expect(other.certificate.policyHash).not.toBe(tinyResult.certificate.policyHash);
    expect(other.round.hash).not.toBe(tinyResult.round.hash);
  });
  test("the guarantees are measured: each can be violated, and a claim to the contrary is found", () => {
    const stranger = (tinyResult.outcomes as Outcome[]).map((outcome) =>
      "promotion" in outcome ? { ...outcome, promotion: "p9" } : outcome,
    );
    expect(verifyGuarantees(TINY, { ...tinyResult, outcomes: stranger })).toMatchObject({ G1: "violated", G12: "violated" });
    const full = { ...TINY, promotions: TINY.promotions.map((promotion) => ({ ...promotion, maxSize: 0 })) };
    expect(verifyGuarantees(full, tinyResult)).toMatchObject({ G1: "violated", G3: "violated" });
    expect(pathsOf(full, tinyResult)).toEqual(
      expect.arrayContaining(["/certificate/guarantees/G1", "/certificate/guarantees/G3", "/certificate/verified"]),
    );
  });
});

test("reports that change when targets are edited later: the old result is refused under the new targets", async () => {
  const balance = { targets: { WAL: 0.5, BRU: 0.5 }, tolerance: 0.1, mode: "soft" as const };
  const edited = { ...tiny, policy: { ...tiny.policy, regionalBalance: balance } };
  const later = parsed(edited);
  expect(later.hash).not.toBe(TINY.hash);
  expect((await solved(edited)).certificate.policyHash).not.toBe(tinyResult.certificate.policyHash);
  expect(tinyResult.effectivePolicy).toEqual(TINY.policy);
  expect(pathsOf(later, tinyResult)).toEqual(
    expect.arrayContaining(["/round/hash", "/effectivePolicy/regionalBalance/targets/WAL", "/certificate/policyHash"]),
  );
});

describe("a refactor that silently broke the fairness property", () => {
  test("three rivals of different claims: every tier is what trying everything finds", async () => {
    const given = handMade(
      {
        missions: [missionJson("m1", "h1", { places: 1 }), missionJson("m2", "h2", { places: 1 })],
        candidates: [
          candidateJson("c1", ["m1", "m2"]),
          candidateJson("c2", ["m1"], { reserveSince: "2026-01-01" }),
          candidateJson("c3", ["m2", "m1"], { municipality: "44021", deferrals: 1 }),
        ],
      },
      ["deferral-cap", "reserve-priority", "placed", "cross-region", "delay", "wishes"],
      { crossRegion: { minimum: 1, mode: "soft" } },
    );
    const entries = (figure: number | readonly number[]) => (typeof figure === "number" ? [figure] : figure);
    expect((await solved(given)).tiers.map(({ value }) => entries(value))).toEqual(bruteForce(parsed(given)));
  });
});

describe("two people holding each other's first choice", () => {
  const rankOf = (result: Result, candidate: string) =>
    result.outcomes.flatMap((outcome) => (outcome.candidate === candidate && "rank" in outcome ? outcome.rank : []))[0];
  /** Pairs who would both be better off in each other's place, lawfully, without a loss to any tier before the wishes. */
  function envies(round: Round, result: Result): string[] {
    const placements = placementsOf(result.outcomes);
    const earlierTiers = (list: readonly Placement[]) =>
      JSON.stringify(
        measureTiers(round, list).slice(
          0,
          round.policy.tiers.findIndex(({ objectives }) => objectives.includes("wishes")),
        ),
      );
    const rank = (candidate: string, missions: readonly string[]) =>
      round.candidates
        .find(({ id }) => id === candidate)
        ?.choices.findIndex((choice) => `${choice.missions}` === `${missions}`) ?? -1;
    return placements.flatMap((a, index) =>
      placements.slice(index + 1).flatMap((b) => {
        const gain = (who: Placement, other: Placement) => {
          const there = rank(who.candidate, other.missions);
          return there >= 0 && there < rank(who.candidate, who.missions);
        };
        if (!gain(a, b) || !gain(b, a)) return [];
        const swapped = placements.map((each) =>
          each === a ? { ...b, candidate: a.candidate } : each === b ? { ...a, candidate: b.candidate } : each,
        );
        const lawful = verifyPlacements(round, swapped).length === 0 && earlierTiers(swapped) === earlierTiers(placements);
        return lawful ? `${a.candidate} and ${b.candidate}` : [];
      }),
    );
  }
  test("both get theirs", async () => {
    const given = handMade(
      {
        missions: [missionJson("m1", "h1", { places: 1 }), missionJson("m2", "h2", { places: 1 })],
        promotions: [promotionJson("p1", ...AUTUMN)],
        candidates: [candidateJson("c1", ["m1", "m2"]), candidateJson("c2", ["m2", "m1"])],
      },
      ["placed", "wishes"],
    );
    const result = await solved(given);
    expect([rankOf(result, "c1"), rankOf(result, "c2")]).toEqual([1, 1]);
    expect(envies(parsed(given), result)).toEqual([]);
    const swapped = result.outcomes.map((outcome, index) => ({ ...outcome, missions: [index === 0 ? "m2" : "m1"] })) as Outcome[];
    expect(envies(parsed(given), { ...result, outcomes: swapped })).toEqual(["c1 and c2"]);
  });
  test("nobody in the shipped tiny round would swap", () => expect(envies(TINY, tinyResult)).toEqual([]));
});

describe("manual placements that bypass the rules", () => {
  const open = { missions: [missionJson("m1"), missionJson("m2", "h2")], candidates: [candidateJson("c1", ["m1", "m2"])] };
  const pinned = (over: Partial<RoundJson>) => handMade({ ...open, ...over }, ["placed", "delay", "wishes"]);
  const pins = [{ candidate: "c1", promotion: "p2", missions: ["m2"] }];
  test("a pin that breaks a rule is refused, with the rule", async () => {
    const late = { candidates: [candidateJson("c1", ["m1", "m2"], { latest: "2026-11-01" })], pins };
    expect(await run(pinned(late))).toMatchObject({
      status: "bad-input",
      issues: [{ code: "pin-breaks-rule", params: { blocks: "not-before" } }],
    });
    const elsewhere = { pins: [{ candidate: "c1", promotion: "p2", missions: ["m9"] }] };
    expect(await run(pinned(elsewhere))).toMatchObject({ status: "bad-input" });
  });
  test("a pin that is kept shows what it costs in the tiers", async () => {
    const [free, kept] = [await solved(pinned({})), await solved(pinned({ pins }))];
    expect(free.tiers.map(({ value }) => value)).toEqual([1, [0, 0], [0, 0]]);
    expect(kept.tiers.map(({ value }) => value)).toEqual([1, [63, 63], [0, 1]]);
    expect(kept.certificate.guarantees.G9).toBe("holds");
  });
  test("a result that moves somebody from a pin is found", async () => {
    const free = await solved(pinned({}));
    expect(pathsOf(parsed(pinned({ pins })), free)).toContain("pins");
  });
});

describe("everything pinned: hang or silence", () => {
  const pinsOf = (result: Result) =>
    result.outcomes.map((outcome) =>
      "promotion" in outcome
        ? { candidate: outcome.candidate, promotion: outcome.promotion, missions: [...outcome.missions] }
        : { candidate: outcome.candidate, outcome: "reserve" as const },
    );
  test("lawfully, it is proven at once to be what it is", async () => {
    const result = await solved({ ...tiny, pins: pinsOf(tinyResult) });
    expect(placementsOf(result.outcomes)).toEqual(placementsOf(tinyResult.outcomes));
    expect(result.quality).toBe("proven-optimal");
  });
  test("beyond the places, the conflict is named", async () => {
    const pins = (tiny.candidates ?? []).map(({ id, choices }) => ({
      candidate: id,
      promotion: "p1",
      missions: [choices?.[0] ?? "m1"].flat(),
    }));
    const outcome = await run({ ...tiny, pins });
    const rules = outcome.status === "infeasible" ? outcome.conflict.parts.map(({ rule }) => rule) : [];
    expect(outcome.status).toBe("infeasible");
    expect(rules).toContain("pins");
    expect(rules.length).toBeGreaterThan(1);
  });
});

describe("Region of residence, Region of the mission and language area are three things", () => {
  const eupener = candidateJson("c1", ["m1"], { municipality: "63023", languages: ["de"] });
  const soft = { targets: { WAL: 0.5, VLG: 0.5 }, tolerance: 0.5, mode: "soft" as const };
  const serving = (candidate: ReturnType<typeof candidateJson>, host: string) =>
    handMade({ missions: [missionJson("m1", host)], candidates: [candidate] }, ["placed", "cross-region", "cross-language"], {
      crossRegion: { minimum: 1, mode: "soft" },
      regionalBalance: soft,
    });
  const crossings = async (given: RoundJson) => {
    const { tiers, regions, outcomes } = await solved(given);
    const round = parsed(given);
    const measured = (["cross-region", "cross-language"] as const).map((id) =>
      measureObjective(round, placementsOf(outcomes), id),
    );
    expect(tiers.slice(1).map(({ value }) => value)).toEqual(measured);
    return { measured, served: Object.keys(regions).filter((region) => regions[region]?.placed === 1) };
  };
  test("Eupen is in Wallonia, and in the German language area", () => {
    const { residence } = parsed(serving(eupener, "h1")).candidates[0] ?? {};
    expect(residence).toMatchObject({ municipality: "63023", region: "WAL", languageArea: "de" });
  });
  test("from Eupen to Liège one crosses the language border and stays in the Region", async () => {
    expect(await crossings(serving(eupener, "h1"))).toEqual({ measured: [0, 1], served: ["WAL"] });
    expect(await crossings(serving(eupener, "h3"))).toEqual({ measured: [0, 0], served: ["WAL"] });
  });
  test("the balance counts the Region of the mission, not of residence", async () => {
    const liege = candidateJson("c1", ["m1"]);
    expect(await crossings(serving(liege, "h2"))).toEqual({ measured: [1, 1], served: ["VLG"] });
  });
});

describe("limits", () => {
  const intake = shipped("intake");
  test("a time limit is not reported as infeasible, nor a feasible solution as optimal", async () => {
    for (const limits of [{ steps: 1 }, { seconds: 0.001 }]) {
      const outcome = await run({ ...intake, limits });
      expect(["solved", "nothing-found"]).toContain(outcome.status);
      if (outcome.status !== "solved") continue;
      expect(outcome.result.quality).toBe("feasible");
      expect(outcome.result.stoppedBy).not.toBe("proof");
      expect(outcome.result.tiers.at(-1)?.quality).toBe("feasible");
      const claimed: Result = { ...outcome.result, quality: "proven-optimal", stoppedBy: "proof" };
      expect(pathsOf(parsed(intake), claimed)).toEqual(expect.arrayContaining(["/quality"]));
    }
  });
  test("only what cannot be is infeasible: with the conflict", async () => {
    const promotions = [promotionJson("p1", ...AUTUMN, { minSize: 2, mustHold: true })];
    const outcome = await run(handMade({ promotions, candidates: [candidateJson("c1", ["m1"])] }, ["placed"]));
    expect(outcome.status).toBe("infeasible");
    if (outcome.status === "infeasible") expect(outcome.conflict.parts).not.toEqual([]);
  });
});

describe("staff who cannot see why", () => {
  test.each(["tiny", "intake"] as const)(
    "everybody who waits in the %s round has a reason, everybody refused every issue",
    async (name) => {
      const { outcomes } = await solved({ ...shipped(name), limits: { steps: 1 } });
      const waiting = outcomes.filter(({ outcome }) => outcome === "deferred" || outcome === "reserve");
      expect(waiting.length).toBeGreaterThan(0);
      for (const outcome of waiting) expect("reason" in outcome && outcome.reason?.code, outcome.candidate).toMatch(/^[a-z-]+$/);
      for (const outcome of outcomes) if (outcome.outcome === "ineligible") expect(outcome.issues).not.toEqual([]);
    },
  );
  test("a result that keeps the reason to itself is refused", () => {
    const silent = tinyResult.outcomes.map((outcome) =>
      outcome.outcome === "deferred" || outcome.outcome === "reserve" ? { ...outcome, reason: null } : outcome,
    ) as Outcome[];
    const waiting = silent.flatMap((outcome, index) => ("reason" in outcome && outcome.outcome !== "placed" ? [index] : []));
    expect(waiting).not.toEqual([]);
    const refused = pathsOf(TINY, { ...tinyResult, outcomes: silent });
    for (const index of waiting) expect(refused.some((path) => path.startsWith(`/outcomes/${index}/reason`))).toBe(true);
  });
});

describe("relaxing small groups first", () => {
  /** Thirteen people of each of two groups, a promotion of thirteen, and minimums that make fourteen: one group has to give way. */
  const torn = (small: number, large: number) => {
    const people = (group: string, count: number) =>
      Array.from({ length: count }, (_, i) => candidateJson(`${group}${i}`, ["m1"], { attributes: { education: group } }));
    const round = handMade(
      {
        missions: [missionJson("m1", "h1", { places: 50 })],
        promotions: [promotionJson("p1", ...AUTUMN, { minSize: 13, maxSize: 13, mustHold: true })],
        candidates: [...people("low", 13), ...people("higher", 13)],
      },
      ["placed"],
    );
    const quotas = { low: { min: small, max: 13 }, higher: { min: large, max: 13 } };
    return {
      ...round,
      policy: { ...round.policy, representativeness: [{ dimension: "education", quotas, mode: "hard" as const }] },
    };
  };
  test("a quota of two and one of twelve for thirteen seats: the large group gives way", async () => {
    const outcome = await run(torn(2, 12));
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    const quotas = outcome.relaxations.flatMap(({ relaxations }) => relaxations).filter(({ kind }) => kind === "quota-min");
    expect(quotas[0]).toMatchObject({ subject: { category: "higher" }, from: 12, to: 11, by: 1 });
    const [large, small] = ["higher", "low"].map((category) =>
      outcome.relaxations.findIndex(({ relaxations }) => relaxations.some(({ subject }) => subject.category === category)),
    );
    // Whoever wants to touch the small group is shown it after the large one, at its higher price.
    expect(small === -1 || (large ?? 0) < (small ?? 0)).toBe(true);
  });
});
