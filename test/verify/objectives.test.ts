import { describe, expect, test } from "vitest";
import type { Policy } from "../../engine/domain/policy.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { regionFigures } from "../../engine/verify/figures/regions.ts";
import { measureObjective, measureTiers, objectiveSense } from "../../engine/verify/measure-tiers.ts";
import { ALWAYS, at, BRUSSELS, candidate, day, EUPEN, GENT, host, member, mission, promotion, round } from "./round-builder.ts";

/** Missions m1 (Liège), m2 (Gent), m3 (Eupen), m4 (Brussels), each with room; promotions of 1 October, 1 December and 1 March. */
function wide(candidates: ReturnType<typeof candidate>[], policy: Partial<Policy> = {}, over: Parameters<typeof round>[0] = {}) {
  return round(
    {
      hosts: [host("h1"), host("h2", { place: GENT }), host("h3", { place: EUPEN }), host("h4", { place: BRUSSELS })],
      missions: [
        mission("m1", { places: 9 }),
        mission("m2", { host: "h2", place: GENT, languages: [], places: 9 }),
        mission("m3", { host: "h3", place: EUPEN, languages: [], places: 9 }),
        mission("m4", { host: "h4", place: BRUSSELS, languages: [], places: 9 }),
      ],
      promotions: [promotion("p1"), promotion("p2", "2026-12-01"), promotion("p3", "2027-03-01")],
      candidates,
      ...over,
    },
    policy,
  );
}

const ALL = ["m1", "m2", "m3"];
const people = (count: number, over: Parameters<typeof candidate>[2] = {}) =>
  Array.from({ length: count }, (_, index) => candidate(`c${index + 1}`, ALL, over));

test("placed counts the placements", () => {
  expect(measureObjective(wide(people(3)), [at("c1", "p1", "m1"), at("c2", "p3", "m2")], "placed")).toBe(2);
});

test("changes counts published candidates unplaced, moved to another promotion or to other missions", () => {
  const given = wide(people(4), {}, { published: ["c1", "c2", "c3", "c4"].map((id) => at(id, "p1", "m1")) });
  expect(measureObjective(given, [at("c1", "p1", "m1"), at("c2", "p2", "m1"), at("c3", "p1", "m2")], "changes")).toBe(3);
});

test("reserve-priority counts the placed from the reserve list or deferred before", () => {
  const given = wide([
    candidate("c1", ALL, { reserveSince: day("2026-01-01") }),
    candidate("c2", ALL, { deferrals: 1 }),
    candidate("c3", ALL),
    candidate("c4", ALL, { deferrals: 2 }),
  ]);
  expect(measureObjective(given, [at("c1", "p1", "m1"), at("c2", "p1", "m1"), at("c3", "p1", "m1")], "reserve-priority")).toBe(2);
});

describe("delay and deferral-cap", () => {
  test("days run from the nearest date: 61 and 151 days after 1 October", () => {
    const placements = [at("c1", "p1", "m1"), at("c2", "p2", "m1"), at("c3", "p3", "m1")];
    expect(measureObjective(wide(people(3)), placements, "delay")).toEqual([151, 212]);
    expect(measureObjective(wide(people(3)), [], "delay")).toEqual([0, 0]);
  });
  test("a start on which no choice fits is not the nearest date", () => {
    const closed = [mission("m1", { open: { from: day("2026-11-01"), until: day("2028-01-01") } })];
    const given = wide([candidate("c1")], {}, { missions: closed });
    expect(measureObjective(given, [at("c1", "p3", "m1")], "delay")).toEqual([90, 90]);
  });
  test("of two starts as near the earlier is the nearest date", () => {
    const who = candidate("c1", ALL, { chosenStart: day("2026-10-31"), available: ALWAYS }); // 30 and 31 days
    const tied = { ...who, chosenStart: day("2026-10-31"), id: "c2" };
    const given = wide(
      [who, tied],
      {},
      { promotions: [promotion("p1"), promotion("p2", "2026-11-30"), promotion("p3", "2027-03-01")] },
    );
    expect(measureObjective(given, [at("c1", "p2", "m1")], "delay")).toEqual([60, 60]);
    expect(measureObjective(given, [at("c2", "p1", "m1")], "delay")).toEqual([0, 0]);
  });
  test("earlier than the nearest date is no delay", () => {
    const who = candidate("c1", ALL, { chosenStart: day("2026-11-25"), available: ALWAYS });
    expect(measureObjective(wide([who]), [at("c1", "p1", "m1")], "delay")).toEqual([0, 0]);
  });
  test("places, sizes and pins do not move the nearest date", () => {
    const full = [mission("m1", { places: 0 })];
    expect(measureObjective(wide([candidate("c1")], {}, { missions: full }), [at("c1", "p2", "m1")], "delay")).toEqual([61, 61]);
  });
  test("beyond a cap: deferred as often before as allowed, or for more days than allowed", () => {
    const given = (maxCount: number | null, maxDays: number | null) =>
      wide(people(3, { deferrals: 1 }), { deferral: { maxCount, maxDays } });
    const placements = [at("c1", "p1", "m1"), at("c2", "p2", "m1"), at("c3", "p3", "m1")];
    expect(measureObjective(given(1, null), placements, "deferral-cap")).toBe(2);
    expect(measureObjective(given(2, null), placements, "deferral-cap")).toBe(0);
    expect(measureObjective(given(null, 60), placements, "deferral-cap")).toBe(2);
    expect(measureObjective(given(null, 61), placements, "deferral-cap")).toBe(1);
    expect(measureObjective(given(null, null), placements, "deferral-cap")).toBe(0);
  });
  test("who is left without a place counts like who is deferred beyond a cap, if a cap protects them", () => {
    const given = (deferrals: number, maxDays: number | null) =>
      wide(people(3, { deferrals }), { deferral: { maxCount: 1, maxDays } });
    expect(measureObjective(given(1, null), [at("c1", "p1", "m1")], "deferral-cap")).toBe(2);
    expect(measureObjective(given(0, null), [at("c1", "p1", "m1")], "deferral-cap")).toBe(0);
    expect(measureObjective(given(0, 61), [at("c1", "p1", "m1"), at("c2", "p2", "m1")], "deferral-cap")).toBe(1);
  });
});

test("regional-balance sums the persons outside the bands of the Regions with a target", () => {
  const regionalBalance = { targets: { WAL: 0.5, VLG: 0.5 }, tolerance: 0, mode: "soft", count: "round" } as const;
  const given = wide(people(5), { regionalBalance });
  const placements = [...["c1", "c2", "c3", "c4"].map((id) => at(id, "p1", "m1")), at("c5", "p1", "m2")];
  expect(measureObjective(given, placements, "regional-balance")).toBe(2); // bands [2, 3]; 4 and 1
  expect(measureObjective(given, [at("c1", "p1", "m1")], "regional-balance")).toBe(0); // bands [0, 1]
});

test("regional-balance in service: members whose Region of service is known are counted, in the band's number too", () => {
  const members = [
    member("x", { missions: ["elsewhere", "m2"], missionRegion: "BRU" }), // the first mission the round knows is in Gent
    member("y", { missions: ["elsewhere"], missionRegion: "VLG" }),
    member("z", { missions: ["elsewhere"] }),
  ];
  const promotions = [promotion("p1"), promotion("p2", "2026-12-01", { members })];
  const given = (count: "round" | "in-service") =>
    wide(people(4), { regionalBalance: { targets: { WAL: 0.5, VLG: 0.5 }, tolerance: 0, mode: "soft", count } }, { promotions });
  const placements = ["c1", "c2", "c3", "c4"].map((id) => at(id, "p1", "m1"));
  expect(measureObjective(given("round"), placements, "regional-balance")).toBe(4); // bands [2, 2]; 4 and 0
  expect(measureObjective(given("in-service"), placements, "regional-balance")).toBe(2); // bands [3, 3]; 4 and 2
  expect(regionFigures(openCasefile(given("in-service"), placements))).toEqual({
    WAL: { placed: 4, band: [3, 3], deviation: 1 },
    VLG: { placed: 2, band: [3, 3], deviation: 1 },
  });
  expect(regionFigures(openCasefile(given("round"), [])).VLG).toEqual({ placed: 0, band: [0, 0], deviation: 0 });
});

describe("representativeness and worst-promotion", () => {
  const representativeness = [
    { dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0, mode: "soft" },
    { dimension: "education", quotas: { low: { min: 0, max: 1 } }, mode: "soft" },
  ] as const;
  const given = wide(
    people(5),
    { representativeness },
    {
      promotions: [
        promotion("p1", "2026-10-01", { members: [member("x", { attributes: { sex: "M", education: "higher" } })] }),
        promotion("p2", "2026-12-01"),
        promotion("p3", "2027-03-01", { members: [member("y", { attributes: { sex: "F", education: "low" } })] }),
      ],
    },
  );
  // p1: F 2, M 1 of 3, bands [1, 2]; low 2 of at most 1. p2: F 3, M 0 of 3, low 3. p3: members only.
  const placements = [
    at("c1", "p1", "m1"),
    at("c2", "p1", "m1"),
    at("c3", "p2", "m1"),
    at("c4", "p2", "m1"),
    at("c5", "p2", "m1"),
  ];
  test("the sum over promotions with a placement, members counted", () =>
    expect(measureObjective(given, placements, "representativeness")).toBe(1 + (1 + 1 + 2)));
  test("the worst promotion", () => expect(measureObjective(given, placements, "worst-promotion")).toBe(4));
  test("nobody placed, nobody outside", () => {
    expect(measureObjective(given, [], "representativeness")).toBe(0);
    expect(measureObjective(given, [], "worst-promotion")).toBe(0);
  });
});

test("low-skilled is what is missing from the share, rounded up", () => {
  const skilled = { attributes: { sex: "F", education: "higher", age: "20-21" } };
  const lowSkilled = { dimension: "education", category: "low", minimum: 0.3 };
  const given = wide(
    [...people(1), candidate("c2", ALL, skilled), candidate("c3", ALL, skilled), candidate("c4", ALL, skilled)],
    { lowSkilled },
  );
  const placements = ["c1", "c2", "c3", "c4"].map((id) => at(id, "p1", "m1"));
  expect(measureObjective(given, placements, "low-skilled")).toBe(1); // ceil(1.2) - 1
  expect(measureObjective(given, placements.slice(0, 3), "low-skilled")).toBe(0); // ceil(0.9) - 1
});

describe("across borders", () => {
  const crossRegion = { minimum: 1, mode: "soft" } as const;
  test("cross-region counts promotions with a placement where enough persons serve in another Region", () => {
    const given = wide(
      people(3),
      { crossRegion },
      {
        promotions: [
          promotion("p1", "2026-10-01", { members: [member("x", { missions: ["m2"], region: "WAL" })] }),
          promotion("p2", "2026-12-01"),
          promotion("p3", "2027-03-01", { members: [member("y", { region: "WAL", missionRegion: "VLG" })] }),
        ],
      },
    );
    expect(measureObjective(given, [at("c1", "p1", "m1"), at("c2", "p2", "m2")], "cross-region")).toBe(2);
    expect(measureObjective(given, [at("c1", "p2", "m3")], "cross-region")).toBe(0); // Eupen is in Wallonia; p3 has members only
  });
  test("cross-language compares the language area of the host, not its Region", () => {
    const given = wide([...people(2), candidate("c3", ["m4"]), candidate("c4", ALL, { residence: null })]);
    expect(
      measureObjective(
        given,
        [at("c1", "p1", "m3"), at("c2", "p1", "m1"), at("c3", "p1", "m4"), at("c4", "p1", "m2")],
        "cross-language",
      ),
    ).toBe(2);
  });
  test("cross-language looks at where the host is, not the mission", () => {
    const given = wide([candidate("c1")], {}, { hosts: [host("h1", { place: GENT })], missions: [mission("m1")] });
    expect(measureObjective(given, [at("c1", "p1", "m1")], "cross-language")).toBe(1);
  });
});

describe("wishes", () => {
  const placements = [at("c1", "p1", "m1"), at("c2", "p1", "m2"), at("c3", "p1", "m3"), at("c4", "p1", "m3")];
  const value = (wishes: Policy["wishes"]) => measureObjective(wide(people(5), { wishes }), placements, "wishes");
  test("generous: third choices, then second choices", () => expect(value("generous")).toEqual([2, 1]));
  test("greedy: first choices, then second choices", () => expect(value("greedy")).toEqual([1, 1]));
  test("sum: the total of ranks", () => expect(value("sum")).toBe(1 + 2 + 3 + 3));
  test("there are at least three ranks under the law", () => {
    const one = wide([candidate("c1")], { wishes: "generous" });
    expect(measureObjective(one, [at("c1", "p1", "m1")], "wishes")).toEqual([0, 0]);
  });
  test("and as many as anybody has where any number is allowed", () => {
    const four = candidate("c1", ["m1", "m2", "m3", "m4"]);
    const open = (wishes: Policy["wishes"]) =>
      wide([four, ...people(1).map((who) => ({ ...who, id: "c2" }))], { wishes, choices: "any-number" });
    const both = [at("c1", "p1", "m4"), at("c2", "p1", "m2")];
    expect(measureObjective(open("generous"), both, "wishes")).toEqual([1, 0, 1]);
    expect(measureObjective(open("greedy"), both, "wishes")).toEqual([0, 1, 0]);
  });
  test("greedy is the only one to maximise", () =>
    expect((["generous", "greedy", "sum"] as const).map((wishes) => objectiveSense(wide([], { wishes }), "wishes"))).toEqual([
      "minimise",
      "maximise",
      "minimise",
    ]));
});

test("merged objectives add up with their weights, the opposite sense subtracted", () => {
  const tiers = [
    { objectives: ["placed"], weights: [1], allowance: { absolute: 0 } },
    { objectives: ["cross-language", "low-skilled", "cross-region"], weights: [5, 2, 3], allowance: { absolute: 0 } },
    { objectives: ["wishes"], weights: [1], allowance: { absolute: 0 } },
  ] as const;
  const lowSkilled = { dimension: "education", category: "none", minimum: 0.5 };
  const given = wide(people(2), { tiers, lowSkilled, crossRegion: { minimum: 1, mode: "soft" } });
  const placements = [at("c1", "p1", "m2"), at("c2", "p1", "m1")];
  expect(measureTiers(given, placements)).toEqual([2, 5 * 1 - 2 * 1 + 3 * 1, [0, 1]]);
});
