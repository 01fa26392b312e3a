import { describe, expect, test } from "vitest";
import type { ObjectiveId, Policy, RuleId } from "../../engine/domain/policy.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { measureObjective, objectiveSense } from "../../engine/verify/measure-tiers.ts";
import { noIdleSeat } from "../../engine/verify/rules/no-idle-seat.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { at, candidate, day, EUPEN, GENT, host, member, mission, pin, promotion, round } from "./round-builder.ts";

interface Example {
  readonly lawful: readonly [Round, readonly Placement[]];
  readonly breaking: readonly [Round, readonly Placement[]];
}

const P1 = [at("c1", "p1", "m1")];
const P2 = [at("c1", "p2", "m1")];
const BOTH = [...P1, at("c2", "p1", "m1")];
const who = (over: Parameters<typeof candidate>[2]) => round({ candidates: [candidate("c1", ["m1"], over)] });
const two = (over: Parameters<typeof round>[0] = {}, policy: Partial<Policy> = {}) =>
  round({ candidates: [candidate("c1", ["m1", "m2"]), candidate("c2", ["m1", "m2"])], ...over }, policy);
const gent = { missions: [mission("m1"), mission("m2", { place: GENT, languages: [] })] };
const balanced = { targets: { WAL: 0.5, VLG: 0.5 }, tolerance: 0, mode: "hard", count: "round" } as const;

/** One lawful and one breaking example for each rule: a rule without them does not compile. */
const RULES: Readonly<Record<RuleId, Example>> = {
  age: { lawful: [who({ birthDate: day("2000-10-02") }), P1], breaking: [who({ birthDate: day("2000-10-01") }), P1] },
  approval: {
    lawful: [round({ hosts: [host("h1", { approved: { from: day("2026-10-01"), until: day("2027-03-31") } })] }), P1],
    breaking: [round({ hosts: [host("h1", { approved: { from: day("2026-10-01"), until: day("2027-03-30") } })] }), P1],
  },
  "cross-region": {
    lawful: [two(gent, { crossRegion: { minimum: 1, mode: "hard" } }), [at("c1", "p1", "m2"), at("c2", "p1", "m1")]],
    breaking: [two(gent, { crossRegion: { minimum: 1, mode: "hard" } }), BOTH],
  },
  languages: { lawful: [who({ languages: ["fr"] }), P1], breaking: [who({ languages: ["nl"] }), P1] },
  "mission-capacity": {
    lawful: [two({ missions: [mission("m1", { places: 2 })] }), BOTH],
    breaking: [two({ missions: [mission("m1", { places: 1 })] }), BOTH],
  },
  needs: {
    lawful: [round({ candidates: [candidate("c1", ["m1"], { needs: ["ramp"] })] }, { needs: "impose" }), P1],
    breaking: [round({ candidates: [candidate("c1", ["m1"], { needs: ["ramp"] })] }, { needs: "forbid" }), P1],
  },
  "no-idle-seat": {
    lawful: [two({ promotions: [promotion("p1", "2026-10-01", { maxSize: 1 })] }, { deferralGround: "replacement" }), P1],
    breaking: [two({}, { deferralGround: "replacement" }), P1],
  },
  "not-before": {
    lawful: [who({ available: { from: day("2026-10-01"), until: day("2027-01-01") } }), P1],
    breaking: [who({ available: { from: day("2026-10-02"), until: day("2027-01-01") } }), P1],
  },
  once: { lawful: [who({ served: false }), P1], breaking: [who({ served: true }), P1] },
  "one-place": { lawful: [round(), P1], breaking: [round(), [...P1, ...P2]] },
  "own-initiative": {
    lawful: [round({ missions: [mission("m1", { reservedFor: "c1" })] }), P1],
    breaking: [round({ missions: [mission("m1", { reservedFor: "c9" })] }), P1],
  },
  pins: {
    lawful: [round({ pins: [pin({ candidate: "c1", kind: "place", promotion: "p2", missions: ["m1"] })] }), P2],
    breaking: [round({ pins: [pin({ candidate: "c1", kind: "place", promotion: "p2", missions: ["m1"] })] }), P1],
  },
  "promotion-size": {
    lawful: [two({ promotions: [promotion("p1", "2026-10-01", { minSize: 2 })] }), BOTH],
    breaking: [two({ promotions: [promotion("p1", "2026-10-01", { minSize: 2 })] }), P1],
  },
  "promotion-zone": {
    lawful: [round(), P1],
    breaking: [round({ missions: [mission("m1", { place: { ...EUPEN, region: "elsewhere" } })] }), P1],
  },
  record: { lawful: [who({ record: "exception-granted" }), P1], breaking: [who({ record: "excluded" }), P1] },
  "regional-balance": {
    lawful: [two(gent, { regionalBalance: balanced }), [at("c1", "p1", "m1"), at("c2", "p1", "m2")]],
    breaking: [two(gent, { regionalBalance: balanced }), BOTH],
  },
  representativeness: {
    lawful: [two({}, { representativeness: [{ dimension: "sex", quotas: { F: { min: 2, max: 2 } }, mode: "hard" }] }), BOTH],
    breaking: [two({}, { representativeness: [{ dimension: "sex", quotas: { F: { min: 2, max: 2 } }, mode: "hard" }] }), P1],
  },
  "three-choices": { lawful: [round(), P1], breaking: [round({ candidates: [candidate("c1", ["m2"])] }), P1] },
  "working-time": {
    lawful: [round({ missions: [mission("m1", { hoursPerWeek: 28, hoursPerDay: 9 })] }), P1],
    breaking: [round({ missions: [mission("m1", { hoursPerWeek: 28.5 })] }), P1],
  },
};

describe("every rule of the law", () => {
  const broken = ([given, placements]: Example["lawful"]) => [
    ...new Set([...verifyPlacements(given, placements), ...noIdleSeat(openCasefile(given, placements))].map(({ rule }) => rule)),
  ];
  test.each(Object.entries(RULES))("%s has a lawful example, and one that breaks it alone", (rule, { lawful, breaking }) => {
    expect(broken(lawful)).toEqual([]);
    expect(broken(breaking)).toEqual([rule]);
  });
});

/** A round, and placements of which the first serve the objective better than the second. */
type Preference = readonly [given: Round, better: readonly Placement[], worse: readonly Placement[]];

const sexes = { representativeness: [{ dimension: "sex", quotas: { F: { min: 0, max: 1 } }, mode: "soft" }] } as const;
const returning = { candidates: [candidate("c1", ["m1"], { reserveSince: day("2026-01-01") }), candidate("c2")] };

const OBJECTIVES: Readonly<Record<ObjectiveId, Preference>> = {
  changes: [two({ published: P1 }), P1, P2],
  "cross-language": [
    two({ hosts: [host("h1"), host("h2", { place: EUPEN })], missions: [mission("m1", { host: "h2" })] }),
    P1,
    [],
  ],
  "cross-region": [two(gent, { crossRegion: { minimum: 1, mode: "soft" } }), [at("c1", "p1", "m2")], P1],
  "deferral-cap": [who({ deferrals: 1 }), P1, P2],
  delay: [round(), P1, P2],
  lottery: [round(), P1, P2],
  "low-skilled": [
    two(
      { candidates: [candidate("c1"), candidate("c2", ["m1"], { attributes: { education: "higher" } })] },
      {
        lowSkilled: { dimension: "education", category: "low", minimum: 1 },
      },
    ),
    P1,
    [at("c2", "p1", "m1")],
  ],
  placed: [two(), BOTH, P1],
  "regional-balance": [two(gent, { regionalBalance: { ...balanced, mode: "soft" } }), [...P1, at("c2", "p1", "m2")], BOTH],
  representativeness: [two({}, sexes), [...P1, at("c2", "p2", "m1")], BOTH],
  "reserve-priority": [two(returning), P1, [at("c2", "p1", "m1")]],
  wishes: [two(gent), P1, [at("c1", "p1", "m2")]],
  "worst-promotion": [two({}, sexes), [...P1, at("c2", "p2", "m1")], BOTH],
};

describe("every objective of the law", () => {
  const entries = (figure: number | readonly number[]) => (typeof figure === "number" ? [figure] : figure);
  test.each(Object.entries(OBJECTIVES) as [ObjectiveId, Preference][])(
    "%s tells the better placement",
    (id, [given, better, worse]) => {
      const [good, bad] = [better, worse].map((placements) => entries(measureObjective(given, placements, id)));
      const at = good?.findIndex((entry, index) => entry !== bad?.[index]) ?? -1;
      const sign = objectiveSense(given, id) === "minimise" ? 1 : -1;
      expect(sign * (good?.[at] ?? 0)).toBeLessThan(sign * (bad?.[at] ?? 0));
    },
  );
});

describe("rows with more to them", () => {
  const rules = ([given, placements]: readonly [Round, readonly Placement[]]) =>
    verifyPlacements(given, placements).map(({ rule }) => rule);
  const pairOf = (second: Parameters<typeof mission>[1]) =>
    round({
      hosts: [host("h1"), host("h2")],
      missions: [mission("m1", { hoursPerWeek: 14 }), mission("m2", { host: "h2", hoursPerWeek: 14, ...second })],
      candidates: [candidate("c1", [["m1", "m2"]])],
    });
  const PAIR = [at("c1", "p1", "m1", "m2")];
  test("own-initiative: the second mission of a pair counts as the first", () => {
    expect(rules([pairOf({ reservedFor: "c1" }), PAIR])).toEqual([]);
    expect(rules([pairOf({ reservedFor: "c2" }), PAIR])).toEqual(["own-initiative"]);
  });
  test("promotion-zone, languages and places: both missions of a pair", () => {
    expect(rules([pairOf({ place: { ...EUPEN, region: "elsewhere" } }), PAIR])).toEqual(["promotion-zone"]);
    expect(rules([pairOf({ languages: ["de"] }), PAIR])).toEqual(["languages"]);
    expect(new Set(rules([pairOf({ places: 0 }), PAIR]))).toEqual(new Set(["mission-capacity"])); // the mission's and its host's
  });
  test("languages: who speaks none of nl, fr and de is always placed, with a condition", () => {
    const speaking = (languages: string[]) => round({ candidates: [candidate("c1", ["m1"], { languages })] });
    expect(rules([speaking(["ar", "en"]), P1])).toEqual([]);
    expect(rules([speaking([]), P1])).toEqual([]);
    expect(rules([speaking(["ar", "de"]), P1])).toEqual(["languages"]);
  });
  test("age: born on 29 February, 26 on 1 March of a common year and 25 the same under the narrow reading", () => {
    const starting = (start: string, birthDate: string, ageLimit: Policy["ageLimit"] = "until-26th-birthday") => {
      const born = candidate("c1", ["m1"], { birthDate: day(birthDate), available: { from: 0, until: 99999 } });
      return rules([round({ promotions: [promotion("p1", start)], candidates: [born] }, { ageLimit }), P1]);
    };
    expect([starting("2026-02-28", "2000-02-29"), starting("2026-03-01", "2000-02-29")]).toEqual([[], ["age"]]);
    const narrow = "until-25th-birthday";
    expect([starting("2029-02-28", "2004-02-29", narrow), starting("2029-03-01", "2004-02-29", narrow)]).toEqual([[], ["age"]]);
  });
  test("needs: forbidden for one mission of a pair only", () => {
    const given = { ...pairOf({ offers: ["ramp"] }), candidates: [candidate("c1", [["m1", "m2"]], { needs: ["ramp"] })] };
    expect(rules([{ ...given, policy: { ...given.policy, needs: "forbid" } }, PAIR])).toEqual(["needs"]);
    expect(rules([given, PAIR])).toEqual([]);
  });
  test("regional-balance, hard: with count in-service the members serving are counted, where their Region is known", () => {
    const members = [member("x", { missions: ["m2"] }), member("y", { missionRegion: "VLG" }), member("z")];
    const promotions = [promotion("p1"), promotion("p2", "2026-12-01", { members })];
    const counted = (count: "round" | "in-service") => two({ ...gent, promotions }, { regionalBalance: { ...balanced, count } });
    expect(rules([counted("in-service"), BOTH])).toEqual([]);
    expect(rules([counted("round"), BOTH])).toEqual(["regional-balance", "regional-balance"]);
    expect(rules([counted("in-service"), [at("c1", "p1", "m2")]])).toEqual(["regional-balance", "regional-balance"]);
  });
});
