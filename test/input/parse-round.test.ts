import { expect, test } from "vitest";
import type { InputIssue } from "../../engine/domain/input-issue.ts";
import { type Loose, smallRound } from "./round-fixture.ts";
import { issuesOf } from "./round-of.ts";

/** What is said about the small round after a change: `code path` per issue. */
function after(change: (round: Loose) => void): string[] {
  const round = smallRound();
  change(round);
  return brief(issuesOf(round));
}

function brief(issues: readonly InputIssue[]): string[] {
  return issues.map((issue) => `${issue.code} ${issue.path}`);
}

test("one reading reports everything: broken entries do not hide what is wrong with the others", () => {
  const issues = after((round) => {
    delete round.schema;
    round.hosts[0].places = "four";
    round.hosts[0].phone = "x";
    round.missions[1].host = "h9";
    round.candidates[0].birthDate = "2006-02-30";
    round.candidates[1].choices = ["m1", ["m1", "m1"], 7];
    round.candidates[2].municipality = "62063";
    round.policy.tolerance = 1;
    round.extra = null;
  });
  expect(issues.sort()).toEqual([
    "field-missing /schema",
    "field-personal /hosts/0/phone",
    "field-unknown /extra",
    "field-unknown /policy/tolerance",
    "place-ambiguous /candidates/2",
    "reference-unknown /missions/1/host",
    "value-invalid /candidates/0/birthDate",
    "value-invalid /candidates/1/choices/1",
    "value-invalid /candidates/1/choices/2",
    "value-invalid /hosts/0/places",
  ]);
});

test("an entry that could not be read is still known by its id", () => {
  expect(after((round) => (round.missions[0].places = 1.5))).toEqual(["value-invalid /missions/0/places"]);
  expect(after((round) => (round.hosts[0].approvedFrom = "yesterday"))).toEqual(["value-invalid /hosts/0/approvedFrom"]);
  expect(after((round) => (round.candidates[1].deferrals = -1))).toEqual(["value-invalid /candidates/1/deferrals"]);
});

test("a list that is not there is one issue, not one for each reference into it", () => {
  for (const key of ["hosts", "missions", "promotions", "candidates"]) {
    expect(after((round) => delete round[key])).toEqual([`field-missing /${key}`]);
    expect(after((round) => (round[key] = {}))).toEqual([`value-invalid /${key}`]);
  }
});

test("a policy that could not be read, or an unknown profile, is not held against the candidates", () => {
  expect(after((round) => (round.policy.representativeness[0].tolerance = 2))).toEqual([
    "value-invalid /policy/representativeness/0/tolerance",
  ]);
  expect(
    after((round) => {
      round.profile = "be";
      round.candidates[0].birthDate = null;
    }),
  ).toEqual(["profile-unknown /profile"]);
});

test("an issue inside a choice, a pin, a dimension or an allowance points at its field, in the form that was meant", () => {
  expect(after((round) => (round.candidates[0].choices[1].minutes = 5))).toEqual([
    "field-unknown /candidates/0/choices/1/minutes",
  ]);
  expect(after((round) => (round.pins[0].promotion = 5))).toEqual(["value-invalid /pins/0/promotion"]);
  expect(after((round) => (round.pins[1].outcome = "placed"))).toEqual(["value-invalid /pins/1/outcome"]);
  expect(after((round) => (round.pins[2].not = {}))).toEqual(["value-invalid /pins/2/not"]);
  expect(after((round) => delete round.policy.representativeness[1].quotas.low.max)).toEqual([
    "field-missing /policy/representativeness/1/quotas/low/max",
  ]);
  expect(after((round) => (round.policy.tiers[3].allowance = { absolute: 1.5 }))).toEqual([
    "value-invalid /policy/tiers/3/allowance/absolute",
  ]);
});

test("every reference is checked, but a member may serve at a mission this round does not list", () => {
  expect(
    after((round) => {
      round.missions[0].reservedFor = "c9";
      round.candidates[0].choices = ["m7", ["m2", "m8"], { missions: ["m9", "m3"] }];
      round.pins[0] = { candidate: "c8", promotion: "p9", missions: ["m6"] };
      round.pins[2].not = { promotion: "p8", missions: ["m5"] };
      round.published[1] = { candidate: "c7", promotion: "p7", missions: ["m4", "m10"] };
    }),
  ).toEqual([
    "reference-unknown /missions/0/reservedFor",
    "reference-unknown /candidates/0/choices/0",
    "reference-unknown /candidates/0/choices/1/1",
    "reference-unknown /candidates/0/choices/2/missions/0",
    "reference-unknown /pins/0/candidate",
    "reference-unknown /pins/0/promotion",
    "reference-unknown /pins/0/missions/0",
    "reference-unknown /pins/2/not/promotion",
    "reference-unknown /pins/2/not/missions/0",
    "reference-unknown /published/1/candidate",
    "reference-unknown /published/1/promotion",
    "reference-unknown /published/1/missions/1",
  ]);
});

test("ids are unique in their list, and a candidate is published once", () => {
  expect(
    after((round) => {
      for (const list of [round.missions, round.promotions, round.candidates]) list.push({ ...list[0] });
      round.promotions[2].members = [];
      round.published.push(round.published[0]);
    }),
  ).toEqual([
    "id-duplicate /missions/4/id",
    "id-duplicate /promotions/2/id",
    "id-duplicate /candidates/3/id",
    "id-duplicate /published/2/candidate",
  ]);
});

test("every pair of dates is in order; the last date a candidate accepts is not before the first", () => {
  expect(
    after((round) => {
      round.hosts[0].unavailable[0].until = "2026-11-30";
      round.missions[0].until = "2026-08-31";
      round.missions[0].occupied[0].until = "2026-05-31";
      round.promotions[0].end = "2026-10-04";
      round.candidates[0].latest = "2026-09-30";
      round.candidates[1].latest = "2026-09-30";
    }),
  ).toEqual([
    "dates-reversed /hosts/0/unavailable/0/until",
    "dates-reversed /missions/0/until",
    "dates-reversed /missions/0/occupied/0/until",
    "dates-reversed /promotions/0/end",
    "dates-reversed /candidates/0/latest",
    "dates-reversed /candidates/1/latest",
  ]);
});

test("a promotion lasts from six to twelve whole months, an unavailability up to one year", () => {
  const lasting = (start: string, end: string) => after((round) => Object.assign(round.promotions[1], { start, end }));
  const tooShortOrLong = ["duration-outside-law /promotions/1"];
  expect(lasting("2027-03-01", "2027-08-31")).toEqual([]);
  expect(lasting("2027-03-01", "2027-08-30")).toEqual(tooShortOrLong);
  expect(lasting("2027-03-01", "2028-02-29")).toEqual([]);
  expect(lasting("2027-03-01", "2028-03-01")).toEqual(tooShortOrLong);
  expect(lasting("2026-08-31", "2027-02-28")).toEqual([]);
  expect(lasting("2026-08-31", "2027-02-27")).toEqual(tooShortOrLong);
  const unavailable = (until: string) => after((round) => (round.hosts[0].unavailable = [{ from: "2027-03-01", until }]));
  expect(unavailable("2028-02-29")).toEqual([]);
  expect(unavailable("2028-03-01")).toEqual(["unavailable-too-long /hosts/0/unavailable/0"]);
});

test("the hours of the law are allowed, more are not", () => {
  expect(after((round) => Object.assign(round.missions[0], { hoursPerWeek: 28, hoursPerDay: 9 }))).toEqual([]);
  expect(after((round) => (round.missions[0].hoursPerDay = 9.5))).toEqual(["working-time /missions/0/hoursPerDay"]);
});

test("a pair is the same choice in either order and with any travel, and the same pin", () => {
  expect(after((round) => (round.candidates[1].choices[1] = { missions: ["m2", "m3"], travelHours: 1 }))).toEqual([
    "choice-duplicate /candidates/1/choices/1",
  ]);
  expect(after((round) => round.pins[0].missions.reverse())).toEqual([]);
});

test("members need a category for each dimension of the composition, candidates one for low-skilled inclusion too", () => {
  expect(
    after((round) => {
      round.policy.representativeness.pop();
      for (const member of round.promotions[0].members) delete member.attributes.education;
      delete round.promotions[0].members[1].attributes.sex;
      delete round.candidates[2].attributes.education;
    }),
  ).toEqual(["category-missing /promotions/0/members/1/attributes", "category-missing /candidates/2/attributes"]);
});

test("targets may miss 1 by a thousandth, in exact decimals", () => {
  const targets = (F: number, M: number) => after((round) => (round.policy.representativeness[0].targets = { F, M }));
  expect(targets(0.49, 0.509)).toEqual([]);
  expect(targets(0.49, 0.511)).toEqual([]);
  expect(targets(0.49, 0.5111)).toEqual(["targets-do-not-sum /policy/representativeness/0/targets"]);
  expect(after((round) => (round.policy.regionalBalance.targets.VLG = 0.5))).toEqual([
    "targets-do-not-sum /policy/regionalBalance/targets",
  ]);
});

test("placed stands alone and gives nothing up; an allowance of nothing is fine", () => {
  const placed = (tier: Loose) => after((round) => (round.policy.tiers[1] = tier));
  expect(placed({ objectives: ["placed"], allowance: { absolute: 0 } })).toEqual([]);
  expect(placed({ objectives: ["placed"], allowance: { absolute: 1 } })).toEqual([
    "tier-placed-missing /policy/tiers/1/objectives/0",
  ]);
  expect(placed({ objectives: ["placed"], allowance: { relative: 0.01 } })).toEqual([
    "tier-placed-missing /policy/tiers/1/objectives/0",
  ]);
  expect(placed({ objectives: ["changes", "placed"] })).toEqual(["tier-placed-missing /policy/tiers/1/objectives/1"]);
});

test("wishes are one number under the profile sum and a list otherwise", () => {
  for (const wishes of ["generous", "greedy"]) {
    expect(after((round) => (round.policy.wishes = wishes))).toEqual(["tier-list-merged /policy/tiers/5/objectives/0"]);
  }
  expect(after((round) => (round.policy.wishes = "sum"))).toEqual([]);
});

test("each objective that lives on a policy key is refused where the key is null", () => {
  const keys = {
    deferral: ["/policy/tiers/0/objectives/0"],
    regionalBalance: ["/policy/tiers/2/objectives/0"],
    representativeness: ["/policy/tiers/3/objectives/0", "/policy/tiers/3/objectives/1"],
    lowSkilled: ["/policy/tiers/5/objectives/1"],
  };
  for (const [key, places] of Object.entries(keys)) {
    expect(after((round) => (round.policy[key] = null))).toEqual(places.map((place) => `tier-switched-off ${place}`));
  }
});
