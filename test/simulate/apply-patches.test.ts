import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { Patch, PatchKind } from "../../engine/input/patch-schema.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { shipped, solved } from "../engine/run-place.ts";

const tiny = shipped("tiny");
const [h1, m1, p1, c1] = [tiny.hosts[0], tiny.missions[0], tiny.promotions[0], tiny.candidates[0]];
if (!h1 || !m1 || !p1 || !c1) throw new Error("the shipped round has one of each");

/** One patch per kind, and what the round is like after it. */
const CASES: {
  readonly [Kind in PatchKind]: {
    readonly patch: Extract<Patch, { kind: Kind }>;
    readonly gives: (round: RoundJson) => unknown;
    readonly equal: unknown;
  };
} = {
  "host-added": {
    patch: { kind: "host-added", host: { ...h1, id: "new" } },
    gives: ({ hosts }) => hosts.at(-1),
    equal: { ...h1, id: "new" },
  },
  "host-places": { patch: { kind: "host-places", host: h1.id, places: 7 }, gives: ({ hosts }) => hosts[0]?.places, equal: 7 },
  "host-unavailable": {
    patch: { kind: "host-unavailable", host: h1.id, from: "2026-11-01", until: "2026-11-30" },
    gives: ({ hosts }) => hosts[0]?.unavailable?.at(-1),
    equal: { from: "2026-11-01", until: "2026-11-30" },
  },
  "host-withdrawn": {
    patch: { kind: "host-withdrawn", host: h1.id, from: "2026-12-01" },
    gives: ({ hosts }) => hosts[0]?.approvedUntil,
    equal: "2026-11-30",
  },
  "mission-added": {
    patch: { kind: "mission-added", mission: { ...m1, id: "new" } },
    gives: ({ missions }) => missions.at(-1)?.id,
    equal: "new",
  },
  "mission-places": {
    patch: { kind: "mission-places", mission: m1.id, places: 9 },
    gives: ({ missions }) => missions[0]?.places,
    equal: 9,
  },
  "mission-withdrawn": {
    patch: { kind: "mission-withdrawn", mission: m1.id },
    gives: ({ missions }) => missions[0]?.until,
    equal: "2026-10-04",
  },
  "promotion-added": {
    patch: { kind: "promotion-added", promotion: { ...p1, id: "new" } },
    gives: ({ promotions }) => promotions.length,
    equal: 3,
  },
  "promotion-moved": {
    patch: { kind: "promotion-moved", promotion: p1.id, start: "2026-10-12" },
    gives: ({ promotions }) => [promotions[0]?.start, promotions[0]?.end],
    equal: ["2026-10-12", "2027-04-11"],
  },
  "promotion-size": {
    patch: { kind: "promotion-size", promotion: p1.id, maxSize: 5, keepFree: 1 },
    gives: ({ promotions }) => [promotions[0]?.minSize, promotions[0]?.maxSize, promotions[0]?.keepFree],
    equal: [p1.minSize, 5, 1],
  },
  "promotion-zone": {
    patch: { kind: "promotion-zone", promotion: p1.id, zone: { regions: ["VLG"] } },
    gives: ({ promotions }) => promotions[0]?.zone,
    equal: { regions: ["VLG"] },
  },
  "promotion-withdrawn": {
    patch: { kind: "promotion-withdrawn", promotion: p1.id },
    gives: ({ promotions }) => promotions.map(({ id }) => id),
    equal: ["p2"],
  },
  "candidate-added": {
    patch: { kind: "candidate-added", candidate: { ...c1, id: "new" } },
    gives: ({ candidates }) => candidates.length,
    equal: 7,
  },
  "candidate-changed": {
    patch: { kind: "candidate-changed", candidate: c1.id, set: { choices: ["m2"] } },
    gives: ({ candidates }) => candidates[0],
    equal: { ...c1, choices: ["m2"] },
  },
  "candidate-withdrawn": {
    patch: { kind: "candidate-withdrawn", candidate: c1.id },
    gives: ({ candidates }) => candidates.some(({ id }) => id === c1.id),
    equal: false,
  },
  pinned: {
    patch: { kind: "pinned", pin: { candidate: c1.id, outcome: "reserve" } },
    gives: ({ pins }) => pins,
    equal: [{ candidate: c1.id, outcome: "reserve" }],
  },
  unpinned: { patch: { kind: "unpinned", candidate: "c2" }, gives: ({ pins }) => pins, equal: [] },
  published: {
    patch: { kind: "published", published: [{ candidate: "c2", promotion: "p2", missions: ["m3"] }] },
    gives: ({ published }) => published?.length,
    equal: 1,
  },
  "policy-changed": {
    patch: { kind: "policy-changed", set: { wishes: "greedy" }, reset: ["regionalBalance"] },
    gives: ({ policy }) => [policy?.wishes, policy?.regionalBalance, policy?.representativeness],
    equal: ["greedy", undefined, tiny.policy?.representativeness],
  },
  "profile-changed": {
    patch: { kind: "profile-changed", profile: "be-2024-05-15-art14-hard" },
    gives: ({ profile }) => profile,
    equal: "be-2024-05-15-art14-hard",
  },
  "seed-changed": { patch: { kind: "seed-changed", seed: "another" }, gives: ({ seed }) => seed, equal: "another" },
};

/** With a decision to take back. */
const parent: RoundJson = { ...tiny, pins: [{ candidate: "c2", not: { promotion: "p1" } }] };

function applied(patches: readonly unknown[], round = parent) {
  const scenario = applyPatches(round, patches, "what-if");
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.issues));
  return scenario;
}
const issuesOf = (patches: unknown, round = parent) => {
  const scenario = applyPatches(round, patches, "what-if");
  return scenario.ok ? [] : scenario.issues.map(({ code, path }) => `${code} ${path}`);
};

describe("each kind of patch", () => {
  for (const [kind, { patch, gives, equal }] of Object.entries(CASES)) {
    test(`${kind} changes what it names, and the round can still be read`, () => {
      const before = structuredClone(parent);
      const { round } = applied(kind === "unpinned" ? [patch] : [{ kind: "unpinned", candidate: "c2" }, patch]);
      expect(gives(round)).toEqual(equal);
      const parsed = parseRoundValue(round);
      expect(parsed.ok ? [] : parsed.issues).toEqual([]);
      expect(parent).toEqual(before);
    });
  }

  test("a scenario keeps the parent's draw under its own id", () => {
    const { seed: _, ...seedless } = parent;
    expect(applied([CASES["host-places"].patch], seedless).round).toMatchObject({ id: "what-if", seed: parent.id });
  });
});

describe("what is wrong with patches", () => {
  test("is listed all at once, each at its place", () => {
    expect(
      issuesOf([
        { kind: "mission-places", mission: "m9", places: 1 },
        { kind: "host-withdrawn", host: "h9" },
        { kind: "candidate-added", candidate: c1 },
        { kind: "unpinned", candidate: "c3" },
        { kind: "promotion-size", promotion: "p1" },
        { kind: "policy-changed" },
      ]),
    ).toEqual([
      "reference-unknown /0/mission",
      "reference-unknown /1/host",
      "id-duplicate /2/candidate/id",
      "pin-unknown /3/candidate",
      "value-invalid /4",
      "value-invalid /5",
    ]);
  });

  test.each([
    [null, "value-invalid "],
    [[], "value-invalid "],
    [[{ kind: "mission-lost", mission: "m1" }], "value-invalid /0/kind"],
    [[{ kind: "mission-places", mission: "m1" }], "field-missing /0/places"],
    [[{ kind: "mission-places", mission: "m1", places: 1, extra: 1 }], "field-unknown /0/extra"],
    [[{ kind: "candidate-changed", candidate: "c1", set: {} }], "value-invalid /0/set"],
    [[{ kind: "candidate-changed", candidate: "c1", set: { needs: ["jane.doe@example.org"] } }], "value-personal /0/set/needs/0"],
  ])("%j", (patches, issue) => {
    expect(issuesOf(patches)).toContain(issue);
  });

  test("a promotion in which citizens serve cannot be withdrawn", () => {
    const members = [{ candidate: "c77" }];
    const round = { ...tiny, promotions: tiny.promotions.map((one) => ({ ...one, members: one.id === "p1" ? members : [] })) };
    expect(issuesOf([{ kind: "promotion-withdrawn", promotion: "p1" }], round)).toEqual(["promotion-in-service /0/promotion"]);
  });
});

describe("withdrawals", () => {
  test("take the decisions that name them along, and say so", () => {
    const round: RoundJson = {
      ...parent,
      missions: tiny.missions.map((one) => (one.id === "m1" ? { ...one, reservedFor: "c2" } : one)),
      published: [{ candidate: "c2", promotion: "p1", missions: ["m1"] }],
    };
    const { round: next, consequences } = applied([{ kind: "candidate-withdrawn", candidate: "c2" }], round);
    expect(consequences).toEqual([
      { kind: "pin-dropped", candidate: "c2", patch: 0 },
      { kind: "published-dropped", candidate: "c2", patch: 0 },
      { kind: "mission-closed", mission: "m1", patch: 0 },
    ]);
    expect(next.missions.find(({ id }) => id === "m1")).toMatchObject({ places: 0 });
    expect(applied([{ kind: "promotion-withdrawn", promotion: "p1" }]).consequences).toEqual([
      { kind: "pin-dropped", candidate: "c2", patch: 0 },
    ]);
  });

  test("leave nobody at a mission or host that is gone, and every choice in its rank", async () => {
    const host = tiny.missions.find(({ id }) => id === "m1")?.host ?? "";
    for (const patch of [
      { kind: "mission-withdrawn", mission: "m1" },
      { kind: "host-withdrawn", host },
    ]) {
      const { round } = applied([patch], tiny);
      expect(round.candidates).toEqual(tiny.candidates);
      const { missions } = await solved(round);
      expect(missions.map(({ id }) => id)).not.toContain("m1");
    }
  });

  test("from a day on do not touch who is done before", () => {
    const { round } = applied([{ kind: "mission-withdrawn", mission: "m1", from: "2030-01-01" }], tiny);
    const { until, ...rest } = round.missions.find(({ id }) => id === "m1") ?? {};
    const { until: was, ...before } = m1;
    expect(rest).toEqual({ ...before, from: before.from ?? null });
    expect(until).toBe(was && was < "2029-12-31" ? was : "2029-12-31");
  });
});

test("places taken away and given back leave the round as it was, by its hash", () => {
  const hash = (round: RoundJson) => {
    const parsed = parseRoundValue(round);
    return parsed.ok ? parsed.round.hash : parsed.issues;
  };
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(tiny.missions.length - 1), fc.nat(20)), { minLength: 1, maxLength: 8 }), (changes) => {
      const there = changes.map(([index, places]) => ({ kind: "mission-places", mission: tiny.missions[index]?.id, places }));
      const back = tiny.missions.map(({ id, places }) => ({ kind: "mission-places", mission: id, places }));
      const { round } = applied([...there, ...back], tiny);
      expect(hash({ ...round, id: tiny.id })).toBe(hash({ ...tiny, seed: tiny.seed ?? tiny.id }));
    }),
    { numRuns: 50 },
  );
});
