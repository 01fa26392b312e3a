import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IssueCode } from "../../engine/domain/input-issue.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { Host, Round } from "../../engine/domain/round.ts";
import { verifyGuarantees } from "../../engine/verify/verify-guarantees.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { day, member, pin, promotion } from "./round-builder.ts";
import { WORKED_RESULT, WORKED_ROUND } from "./worked-result.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

function leaves(value: Json, path: Path = []): { path: Path; value: Json }[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function lists(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, inner]) => lists(inner, [...path, key]));
  return Array.isArray(value) ? [...below, ...value.map((_, index) => [...path, index])] : below;
}

/** A copy with one place changed, or taken out of its list. */
function doctored(result: Result, path: Path, change: (old: Json) => Json | undefined): Result {
  const copy = JSON.parse(JSON.stringify(result)) as { [key: string | number]: Json };
  const parent = path.slice(0, -1).reduce((node, key) => node[key] as typeof copy, copy);
  const last = path.at(-1) ?? "";
  const changed = change(parent[last] ?? null);
  if (changed === undefined) (parent as unknown as Json[]).splice(Number(last), 1);
  else parent[last] = changed;
  return copy as unknown as Result;
}

/** What a result says of the run that a round and placements cannot confirm or deny. */
const NOT_RECOMPUTABLE = /^certificate\.(engine|solver|limits)|^certificate\.verified$|^stoppedBy$/;

const LEAVES = leaves(WORKED_RESULT as unknown as Json).filter(({ path }) => !NOT_RECOMPUTABLE.test(path.join(".")));

describe("a result worked by hand", () => {
  test("verifies", () => expect(verifyResult(WORKED_ROUND, WORKED_RESULT)).toEqual([]));

  test("verifies after a journey as JSON", () =>
    expect(
      verifyResult(WORKED_ROUND, { ...WORKED_RESULT, outcomes: JSON.parse(JSON.stringify(WORKED_RESULT.outcomes)) }),
    ).toEqual([]));

  test("keeps every guarantee", () =>
    expect(verifyGuarantees(WORKED_ROUND, WORKED_RESULT)).toEqual(WORKED_RESULT.certificate.guarantees));
});

describe("doctored results are caught", () => {
  test.each(LEAVES)("one more, or another word, at $path", ({ path }) => {
    const bad = doctored(WORKED_RESULT, path, (old) =>
      typeof old === "number" ? old + 1 : typeof old === "string" ? `${old}x` : old === null ? 7 : !old,
    );
    expect(verifyResult(WORKED_ROUND, bad)).not.toEqual([]);
  });

  test("any number at any leaf that has one", () => {
    const numbers = LEAVES.filter(({ value }) => typeof value === "number");
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: -5, max: 5 }), ({ path, value }, other) => {
        fc.pre(other !== value);
        expect(
          verifyResult(
            WORKED_ROUND,
            doctored(WORKED_RESULT, path, () => other),
          ),
        ).not.toEqual([]);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("an entry taken out of any list", () => {
    // A run cut short may end before the last lock.
    for (const path of lists(WORKED_RESULT as unknown as Json).filter((each) => each.join(".") !== "locks.7")) {
      const violations = verifyResult(
        WORKED_ROUND,
        doctored(WORKED_RESULT, path, () => undefined),
      );
      expect(violations, path.join(".")).not.toEqual([]);
    }
  });

  test("two outcomes that change places", () => {
    const [first, second, ...rest] = WORKED_RESULT.outcomes;
    const swapped = [second, first, ...rest].filter((outcome) => outcome !== undefined);
    expect(verifyResult(WORKED_ROUND, { ...WORKED_RESULT, outcomes: swapped })).not.toEqual([]);
  });

  test("a result that does not say it was verified may leave guarantees unmeasured, and is checked all the same", () => {
    const certificate: Result["certificate"] = { ...WORKED_RESULT.certificate, verified: false };
    const unmeasured = { ...certificate.guarantees, G1: "not-measured" } as const;
    const draft = { ...WORKED_RESULT, certificate: { ...certificate, guarantees: unmeasured } };
    expect(verifyResult(WORKED_ROUND, draft)).toEqual([]);
    expect(verifyResult(WORKED_ROUND, { ...draft, quality: "proven-optimal" })).toContainEqual({
      kind: "figure",
      path: "/quality",
      reported: "proven-optimal",
      recomputed: "feasible",
    });
    expect(verifyResult(WORKED_ROUND, { ...draft, certificate: { ...draft.certificate, verified: true } })).not.toEqual([]);
  });

  test("the violation names where, what was reported and what it should be", () => {
    const bad = { ...WORKED_RESULT, indicators: { ...WORKED_RESULT.indicators, deferred: 0 } };
    expect(verifyResult(WORKED_ROUND, bad)).toContainEqual({
      kind: "figure",
      path: "/indicators/deferred",
      reported: 0,
      recomputed: 1,
    });
    expect(verifyGuarantees(WORKED_ROUND, bad)).toMatchObject({ G1: "holds", G12: "violated" });
  });
});

describe("guarantees fall with the rules they are about", () => {
  const broken = (change: Partial<Round>) => verifyGuarantees({ ...WORKED_ROUND, ...change }, WORKED_RESULT);
  test("places and sizes: G3", () => {
    const promotions = WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 1 }));
    expect(broken({ promotions })).toMatchObject({ G1: "violated", G2: "holds", G3: "violated", G9: "holds" });
  });
  test("choices, dates, zone, eligibility: G2", () => {
    const candidates = WORKED_ROUND.candidates.map((each) => ({ ...each, served: true }));
    expect(broken({ candidates })).toMatchObject({ G1: "violated", G2: "violated", G3: "holds" });
  });
  test("pins: G9", () =>
    expect(broken({ pins: [pin({ candidate: "c1", kind: "reserve" })] })).toMatchObject({ G1: "violated", G9: "violated" }));
  test("the caps on deferrals are kept, or the tier counts who is beyond them: G11", () => {
    const capped = (over: Partial<Round["policy"]>, value = 0) => {
      const tiers = WORKED_RESULT.tiers.map((tier, index) => (index === 0 ? { ...tier, value } : tier));
      const policy = { ...WORKED_ROUND.policy, ...over };
      return verifyGuarantees({ ...WORKED_ROUND, policy }, { ...WORKED_RESULT, tiers }).G11;
    };
    // c4 waits 61 days, c2 and c6 could and have no place.
    const short = { deferral: { maxCount: null, maxDays: 60 } };
    expect([capped({}), capped(short), capped(short, 3), capped({ deferral: null }, 1)]).toEqual([
      "holds",
      "violated",
      "holds",
      "holds",
    ]);
    const uncounted = { tiers: WORKED_ROUND.policy.tiers.slice(1) };
    expect([capped(uncounted), capped({ ...uncounted, ...short })]).toEqual(["holds", "violated"]);
  });
  test("a profile without the rules of a guarantee does not measure it", () =>
    expect(verifyGuarantees({ ...WORKED_ROUND, profile: "ranked-choices" }, WORKED_RESULT)).toMatchObject({
      G1: "holds",
      G2: "holds",
      G3: "holds",
    }));
});

describe("bounds and locks", () => {
  const placedTier = (over: Partial<Result["tiers"][number]>) => ({
    ...WORKED_RESULT,
    tiers: WORKED_RESULT.tiers.map((tier, index) => (index === 1 ? { ...tier, ...over } : tier)),
  });
  const paths = (result: Result) =>
    verifyResult(WORKED_ROUND, result).map((violation) => (violation.kind === "figure" ? violation.path : violation.rule));
  test("feasible is not called optimal", () => {
    const open = placedTier({ bound: 4, gap: 1 / 3 });
    expect(paths(open)).toContain("/tiers/1/quality");
  });
  test("a bound that the value beats is no bound", () =>
    expect(paths(placedTier({ bound: 2, gap: 1 / 3, quality: "feasible" }))).toContain("/tiers/1/bound"));
  test("a bound of persons is a whole number", () =>
    expect(paths(placedTier({ bound: 3.5, gap: 1 / 6, quality: "feasible" }))).toContain("/tiers/1/bound"));
  test("nothing after an open tier is optimal", () => {
    const claimed = WORKED_RESULT.tiers.map((tier, index) =>
      index === 6 ? { ...tier, quality: "proven-optimal" as const } : tier,
    );
    expect(paths({ ...WORKED_RESULT, tiers: claimed })).toContain("/tiers/6/quality");
  });
  test("the final value keeps every lock", () => {
    const locks = WORKED_RESULT.locks.map((lock, index) => (index === 3 ? { ...lock, found: 0, limit: 1 } : lock));
    expect(paths({ ...WORKED_RESULT, locks })).toContain("/locks/3/limit");
  });
});

describe("warnings", () => {
  const warned = (params: Record<string, string | number>, code: IssueCode = "promotion-overfull") =>
    verifyResult(
      { ...WORKED_ROUND, promotions: [...WORKED_ROUND.promotions.slice(0, 2), promotion("p3", "2027-06-01")] },
      { ...WORKED_RESULT, issues: [{ code, params }] },
    )
      .map((violation) => (violation.kind === "figure" ? violation.path : ""))
      .filter((path) => path.startsWith("/issues"));
  test("a warning that is not so is a violation", () => {
    expect(warned({ members: 3, maxSize: 2, keepFree: 0 })).toEqual(["/issues/0/params"]);
    expect(warned({ taken: 2, places: 1, day: "2026-10-01" }, "overbooked")).toEqual(["/issues/0/params"]);
  });
  test("approval-ends-in-service: a member serves at a host that is not approved or not available on all days (Art. 8 §4-6)", () => {
    const members = [member("x", { missions: ["m1"] })];
    const about = { candidate: "x", mission: "m1", host: "h1", promotion: "p2" };
    const untrue = (over: Partial<Host>, params = about) => {
      const hosts = WORKED_ROUND.hosts.map((each) => (each.id === "h1" ? { ...each, ...over } : each));
      const promotions = WORKED_ROUND.promotions.map((each) => (each.id === "p2" ? { ...each, members } : each));
      const issues = [{ code: "approval-ends-in-service" as const, params }];
      return verifyResult({ ...WORKED_ROUND, hosts, promotions }, { ...WORKED_RESULT, issues })
        .map((violation) => (violation.kind === "figure" ? violation.path : ""))
        .includes("/issues/0/params");
    };
    const ended = { approved: { from: day("2025-01-01"), until: day("2027-05-30") } }; // p2 ends on 31 May 2027
    const absent = { unavailable: [{ from: day("2027-05-31"), until: day("2027-07-31") }] };
    expect([untrue(ended), untrue(absent)]).toEqual([false, false]);
    expect(untrue({ approved: { ...ended.approved, until: day("2027-05-31") } })).toBe(true);
    expect(untrue({})).toBe(true);
    for (const [key, other] of Object.entries({ candidate: "y", mission: "m2", host: "h2", promotion: "p1" })) {
      expect(untrue(ended, { ...about, [key]: other }), key).toBe(true);
    }
  });
});
