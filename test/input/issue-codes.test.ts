import { expect, test } from "vitest";
import type { IssueCode } from "../../engine/domain/input-issue.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import { type Loose, smallRound } from "./round-fixture.ts";
import { issuesOf } from "./round-of.ts";

/** Found while arcs are made or patches applied, not on reading. */
type FoundLater = "pin-breaks-rule" | "pin-ineligible" | "pin-unknown" | "promotion-in-service";

interface Case {
  readonly breaks: (round: Loose) => void;
  /** Pointers of the issues expected: these and no others. */
  readonly at: readonly string[];
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One way to break a lawful round per code; a code without one does not compile. */
const CASES: Readonly<Record<Exclude<IssueCode, FoundLater | "json-malformed">, Case>> = {
  "too-large": {
    breaks: (round) => (round.hosts[0].offers = Array(501).fill("ramp")),
    at: ["/hosts/0/offers"],
    params: { count: 501, max: 500 },
  },
  "field-missing": { breaks: (round) => delete round.missions[0].places, at: ["/missions/0/places"] },
  "field-unknown": {
    breaks: (round) => (round.hosts[0]["a/b~c"] = 4),
    at: ["/hosts/0/a~1b~0c"],
    params: { field: "a/b~c" },
  },
  "field-personal": {
    breaks: (round) => (round.candidates[0].firstName = "Ada"),
    at: ["/candidates/0/firstName"],
    params: { field: "firstName" },
  },
  "value-personal": {
    breaks: (round) => (round.candidates[0].needs = ["call ada@example.be"]),
    at: ["/candidates/0/needs/0"],
    params: { kind: "e-mail address" },
  },
  "value-invalid": { breaks: (round) => (round.missions[0].places = -1), at: ["/missions/0/places"] },
  "profile-unknown": {
    breaks: (round) => (round.profile = "be-1831"),
    at: ["/profile"],
    params: { profile: "be-1831", known: "be-2024-05-15, be-2024-05-15-art14-hard, ranked-choices" },
  },
  "id-duplicate": { breaks: (round) => round.hosts.push({ ...round.hosts[1] }), at: ["/hosts/3/id"], params: { id: "h2" } },
  "reference-unknown": {
    breaks: (round) => (round.missions[0].host = "h9"),
    at: ["/missions/0/host"],
    params: { kind: "host", id: "h9" },
  },
  "municipality-unknown": {
    breaks: (round) => (round.candidates[0].municipality = "99999"),
    at: ["/candidates/0/municipality"],
    params: { municipality: "99999" },
  },
  "province-unknown": {
    breaks: (round) => (round.promotions[0].zone.provinces = ["Liège", "Brabant"]),
    at: ["/promotions/0/zone/provinces/1"],
    params: { province: "Brabant" },
  },
  "place-missing": { breaks: (round) => delete round.hosts[1].municipality, at: ["/hosts/1"] },
  "place-ambiguous": { breaks: (round) => (round.hosts[1].region = "VLG"), at: ["/hosts/1"] },
  "zone-empty": { breaks: (round) => (round.promotions[1].zone = { regions: [] }), at: ["/promotions/1/zone"] },
  "birth-date-missing": {
    breaks: (round) => (round.candidates[1].birthDate = null),
    at: ["/candidates/1/birthDate"],
    params: { profile: "be-2024-05-15" },
  },
  "dates-reversed": {
    breaks: (round) => (round.hosts[0].approvedUntil = "2024-12-31"),
    at: ["/hosts/0/approvedUntil"],
    params: { from: "2025-01-01", until: "2024-12-31" },
  },
  "unavailable-too-long": {
    breaks: (round) => (round.hosts[0].unavailable = [{ from: "2026-01-01", until: "2027-01-01" }]),
    at: ["/hosts/0/unavailable/0"],
    params: { days: 366 },
  },
  "duration-outside-law": {
    breaks: (round) => (round.promotions[1].end = "2027-07-30"),
    at: ["/promotions/1"],
    params: { start: "2027-02-01", end: "2027-07-30" },
  },
  "size-reversed": {
    breaks: (round) => (round.promotions[0].minSize = 26),
    at: ["/promotions/0/minSize"],
    params: { minSize: 26, maxSize: 25 },
  },
  "working-time": {
    breaks: (round) => (round.missions[0].hoursPerWeek = 28.5),
    at: ["/missions/0/hoursPerWeek"],
    params: { hours: 28.5, unit: "week", max: 28 },
  },
  "choices-too-many": {
    breaks: (round) => round.candidates[0].choices.push("m2"),
    at: ["/candidates/0/choices"],
    params: { count: 4 },
  },
  "choices-not-three": {
    breaks: (round) => {
      round.policy.choices = "exactly-three";
      round.candidates.pop();
      round.pins.splice(1, 1);
    },
    at: ["/candidates/1/choices"],
    params: { count: 2 },
  },
  "choice-duplicate": {
    breaks: (round) => (round.candidates[0].choices[2] = ["m3", "m2"]),
    at: ["/candidates/0/choices/2"],
    params: { choice: "m2 + m3" },
  },
  "category-missing": {
    breaks: (round) => delete round.candidates[0].attributes.sex,
    at: ["/candidates/0/attributes"],
    params: { dimension: "sex" },
  },
  "targets-do-not-sum": {
    breaks: (round) => (round.policy.representativeness[0].targets = { F: 0.49, M: 0.5, X: 0.0089 }),
    at: ["/policy/representativeness/0/targets"],
    params: { sum: 0.9989 },
  },
  "quota-reversed": {
    breaks: (round) => (round.policy.representativeness[1].quotas.low.min = 9),
    at: ["/policy/representativeness/1/quotas/low"],
    params: { min: 9, max: 8 },
  },
  "dimension-duplicate": {
    breaks: (round) => (round.policy.representativeness[1].dimension = "sex"),
    at: ["/policy/representativeness/1/dimension"],
    params: { dimension: "sex" },
  },
  "dimension-unknown": {
    breaks: (round) => (round.policy.lowSkilled.dimension = "diploma"),
    at: ["/policy/lowSkilled/dimension"],
    params: { dimension: "diploma" },
  },
  "member-is-candidate": {
    breaks: (round) => (round.promotions[0].members[0].candidate = "c1"),
    at: ["/promotions/0/members/0/candidate"],
    params: { candidate: "c1", promotion: "p1" },
  },
  "member-twice": {
    breaks: (round) => (round.promotions[1].members = [{ ...round.promotions[0].members[0] }]),
    at: ["/promotions/1/members/0/candidate"],
    params: { candidate: "c77" },
  },
  "pin-not-a-choice": {
    breaks: (round) => (round.pins[0].missions = ["m4"]),
    at: ["/pins/0/missions"],
    params: { candidate: "c2" },
  },
  "tier-objective-duplicate": {
    breaks: (round) => round.policy.tiers.push({ objectives: ["deferral-cap"] }),
    at: ["/policy/tiers/6/objectives/0"],
    params: { objective: "deferral-cap" },
  },
  "tier-placed-missing": { breaks: (round) => round.policy.tiers.splice(1, 1), at: ["/policy/tiers"] },
  "tier-list-merged": {
    breaks: (round) => round.policy.tiers[4].objectives.push("cross-language"),
    at: ["/policy/tiers/4/objectives/0"],
    params: { objective: "delay" },
  },
  "tier-weights": {
    breaks: (round) => (round.policy.tiers[3].weights = [1]),
    at: ["/policy/tiers/3/weights"],
    params: { weights: 1, objectives: 2 },
  },
  "tier-switched-off": {
    breaks: (round) => round.policy.tiers.push({ objectives: ["cross-region"] }),
    at: ["/policy/tiers/6/objectives/0"],
    params: { objective: "cross-region", key: "crossRegion" },
  },
  "tier-lottery-not-last": {
    breaks: (round) => round.policy.tiers.unshift({ objectives: ["lottery"] }),
    at: ["/policy/tiers/0/objectives/0"],
  },
  "approval-ends-in-service": {
    breaks: (round) => (round.hosts[2].approvedUntil = "2027-01-31"),
    at: ["/promotions/0"],
    params: { candidate: "c76", mission: "m4", host: "h3", promotion: "p1" },
  },
  overbooked: {
    breaks: (round) => (round.missions[0].occupied[0].places = 3),
    at: ["/missions/0"],
    params: { mission: "m1", taken: 3, places: 2, day: "2026-06-01" },
  },
  "promotion-overfull": {
    breaks: (round) => Object.assign(round.promotions[0], { minSize: 0, maxSize: 3 }),
    at: ["/promotions/0"],
    params: { promotion: "p1", members: 2, maxSize: 3, keepFree: 2 },
  },
};

test("the round that the cases break is lawful and raises nothing", () => {
  expect(issuesOf(smallRound())).toEqual([]);
});

for (const [code, { breaks, at, params }] of Object.entries(CASES)) {
  test(`${code} is raised where it belongs, and nothing else is`, () => {
    const round = smallRound();
    breaks(round);
    const issues = issuesOf(round);
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual(at.map((path) => [code, path]));
    if (params !== undefined) expect(issues[0]?.params).toEqual(params);
  });
}

test("json-malformed is raised for a text that is not JSON, at the whole text", () => {
  for (const text of ["", "{", "NaN", '{"a": 1,}', "\uFEFF"]) {
    const parsed = parseRound(text);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path])).toEqual([["json-malformed", ""]]);
  }
});
