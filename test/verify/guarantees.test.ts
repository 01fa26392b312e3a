import { describe, expect, test } from "vitest";
import type { GuaranteeId } from "../../engine/domain/guarantee.ts";
import type { Policy } from "../../engine/domain/policy.ts";
import type { Outcome, Result } from "../../engine/domain/result.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { examineResult } from "../../engine/verify/verify-result.ts";
import { measured, resultOf, standing, tiers } from "./doctored-results.ts";
import { at, BRUSSELS, candidate, day, GENT, host, mission, pin, promotion, round } from "./round-builder.ts";
import { WORKED_RESULT, WORKED_ROUND } from "./worked-result.ts";

describe("G7: of two alike but for reserve priority, the one with priority is never behind", () => {
  const alike = (over: Partial<Round> = {}, policy: Partial<Policy> = {}) =>
    round(
      {
        missions: [mission("m1", { places: 1 }), mission("m2", { places: 1 })],
        candidates: [candidate("c1", ["m1", "m2"], { reserveSince: day("2026-01-01") }), candidate("c2", ["m1", "m2"])],
        ...over,
      },
      policy,
    );
  const behind: readonly (readonly [string, readonly Placement[]])[] = [
    ["waits for a place", [at("c2", "p1", "m1")]],
    ["starts later", [at("c1", "p2", "m1"), at("c2", "p1", "m1")]],
    ["has the worse choice", [at("c1", "p1", "m2"), at("c2", "p1", "m1")]],
  ];
  test.each(behind)("violated where the one with priority %s", (_, placements) => {
    expect(standing(alike(), resultOf(alike(), placements)).G7).toBe("violated");
    const reversed = placements.map((placement) => ({ ...placement, candidate: placement.candidate === "c1" ? "c2" : "c1" }));
    expect(standing(alike(), resultOf(alike(), reversed))).toMatchObject({ G7: "holds" });
    expect(measured(alike(), resultOf(alike(), reversed)).G7).toEqual({ subject: "pairs", checked: 1, of: 1 });
  });
  test.each([
    ["pinned", { pins: [pin({ candidate: "c2", kind: "place", promotion: "p1", missions: ["m1"] })] }],
    [
      "of another Region",
      { candidates: [candidate("c1", ["m1"], { deferrals: 1 }), candidate("c2", ["m1"], { residence: BRUSSELS })] },
    ],
    [
      "of another sex",
      { candidates: [candidate("c1", ["m1"], { deferrals: 1 }), candidate("c2", ["m1"], { attributes: { sex: "M" } })] },
    ],
  ])("who is %s is not alike", (_, over) => {
    const given = alike(over);
    expect(measured(given, resultOf(given, [at("c2", "p1", "m1")])).G7).toEqual({ subject: "pairs", checked: 0, of: 0 });
  });
});

describe("G4: each promotion has someone serving in another Region, or a proof that none was possible", () => {
  const given = round(
    {
      hosts: [host("h1"), host("h2", { place: GENT })],
      missions: [mission("m1"), mission("m2", { host: "h2", place: GENT, languages: [] })],
      promotions: [promotion("p1")],
      candidates: [candidate("c1", ["m1", "m2"])],
    },
    { crossRegion: { minimum: 1, mode: "soft" }, tiers: tiers("placed", "cross-region", "wishes") },
  );
  test("violated where a move would do that no earlier tier stands against", () => {
    expect(standing(given, resultOf(given, [at("c1", "p1", "m1")])).G4).toBe("violated");
    expect(standing(given, resultOf(given, [at("c1", "p1", "m2")])).G4).toBe("holds");
  });
  test("not measured where nothing is proven and no single move would do", () => {
    const full = { ...given, hosts: [host("h1"), host("h2", { place: GENT, places: 0 })] };
    expect(standing(full, resultOf(full, [at("c1", "p1", "m1")])).G4).toBe("not-measured");
    const proof = resultOf(full, [at("c1", "p1", "m1")]);
    const proven = proof.tiers.map((tier) => ({ ...tier, quality: "proven-optimal" as const }));
    expect(standing(full, { ...proof, tiers: proven }).G4).toBe("holds");
  });
  test("holds where nobody who may serve there has a choice in another Region", () => {
    const home = { ...given, candidates: [candidate("c1", ["m1"])] };
    expect(standing(home, resultOf(home, [at("c1", "p1", "m1")])).G4).toBe("holds");
  });
});

describe("G5, G6 and G11: deferrals", () => {
  const given = round(
    { candidates: [candidate("c1")] },
    { tiers: tiers("placed", "delay"), deferral: { maxCount: 0, maxDays: null } },
  );
  const late = resultOf(given, [at("c1", "p2", "m1")]);
  test("an idle seat on the nearest date violates G5 under `replacement`", () => {
    const strict = {
      ...given,
      candidates: [candidate("c1"), candidate("c2")],
      policy: { ...given.policy, deferralGround: "replacement" as const },
    };
    expect(standing(strict, resultOf(strict, [at("c1", "p2", "m1"), at("c2", "p1", "m1")])).G5).toBe("violated");
    expect(standing(strict, resultOf(strict, [at("c1", "p1", "m1"), at("c2", "p1", "m1")])).G5).toBe("holds");
  });
  test("a date that could be had at no cost violates G6", () => {
    expect(standing(given, late).G6).toBe("violated");
    expect(standing(given, resultOf(given, [at("c1", "p1", "m1")])).G6).toBe("holds");
  });
  test("a date that is full is not measured without proof, and holds with it", () => {
    const full = {
      ...given,
      promotions: [promotion("p1", "2026-10-01", { maxSize: 1 }), promotion("p2", "2026-12-01")],
      candidates: [candidate("c1"), candidate("c2")],
    };
    const feasible = resultOf(full, [at("c1", "p2", "m1"), at("c2", "p1", "m1")]);
    expect(standing(full, feasible).G6).toBe("not-measured");
    expect(measured(full, feasible).G6).toEqual({ subject: "dates", checked: 0, of: 1 });
    const proven = feasible.tiers.map((tier) => ({ ...tier, quality: "proven-optimal" as const }));
    expect(standing(full, { ...feasible, tiers: proven }).G6).toBe("holds");
  });
  test("who is deferred beyond the caps and counted by no tier violates G11", () => {
    expect(standing(given, late).G11).toBe("violated");
    const counted = { ...given, policy: { ...given.policy, tiers: tiers("deferral-cap", "placed") } };
    expect(standing(counted, resultOf(counted, [at("c1", "p2", "m1")])).G11).toBe("holds");
    const lying = resultOf(counted, [at("c1", "p2", "m1")]);
    expect(standing(counted, { ...lying, tiers: lying.tiers.map((tier) => ({ ...tier, value: 0 })) }).G11).toBe("violated");
  });
});

describe("each guarantee about rules and figures is violated by a result doctored to break it", () => {
  const outcomes = (change: (outcome: Outcome) => Outcome): Result => ({
    ...WORKED_RESULT,
    outcomes: WORKED_RESULT.outcomes.map(change),
  });
  const c1 = (over: object) =>
    outcomes((outcome) => (outcome.candidate === "c1" ? ({ ...outcome, ...over } as Outcome) : outcome));
  const c4 = (reason: object) =>
    outcomes((outcome) => (outcome.candidate === "c4" ? ({ ...outcome, reason } as Outcome) : outcome));
  const cases: readonly (readonly [GuaranteeId, Result])[] = [
    ["G1", c1({ promotion: "p3" })],
    ["G2", c1({ missions: ["m2"] })],
    ["G3", outcomes((outcome) => (outcome.candidate === "c4" ? ({ ...outcome, promotion: "p1" } as Outcome) : outcome))],
    ["G5", c4({ code: "representativeness", article: "23 §3", price: { tier: "representativeness", by: 1 }, selection: "only" })],
    [
      "G9",
      outcomes((outcome) =>
        outcome.candidate === "c6" ? ({ ...WORKED_RESULT.outcomes[3], candidate: "c6" } as Outcome) : outcome,
      ),
    ],
    ["G12", c1({ rank: 2 })],
  ];
  test.each(cases)("%s", (id, result) => {
    expect(standing(WORKED_ROUND, WORKED_RESULT)[id]).toBe("holds");
    expect(standing(WORKED_ROUND, result)[id]).toBe("violated");
  });
  test("a date for which nothing is established is not measured by G6", () => {
    const silent = c4({ code: "not-established", nearest: { date: "2026-10-01", promotions: ["p1"] } });
    expect(examineResult(WORKED_ROUND, silent)).toMatchObject({
      guarantees: { G6: "not-measured" },
      measured: { G6: { subject: "dates", checked: 0, of: 1 } },
    });
  });
  test("and what a certificate claims of them is compared with what is measured", () => {
    const { certificate } = WORKED_RESULT;
    const boast = { ...certificate, guarantees: { ...certificate.guarantees, G13: "holds" as const, G10: "holds" as const } };
    const more = { ...boast, measured: { ...certificate.measured, G8: { ...certificate.measured.G8, longest: 99 } } };
    const paths = examineResult(WORKED_ROUND, { ...WORKED_RESULT, certificate: more }).violations.map(
      (one) => "path" in one && one.path,
    );
    expect(paths).toEqual(
      expect.arrayContaining(["/certificate/guarantees/G13", "/certificate/guarantees/G10", "/certificate/measured/G8/longest"]),
    );
  });
});
