import { describe, expect, test } from "vitest";
import type { RuleId } from "../../engine/domain/policy.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { ALWAYS, at, BRUSSELS, candidate, day, EUPEN, host, LIEGE, mission, promotion, round } from "./round-builder.ts";

function broken(given: Round, placements: readonly Placement[]): RuleId[] {
  return [...new Set(verifyPlacements(given, placements).map(({ rule }) => rule))].sort();
}

const P1 = [at("c1", "p1", "m1")];
const P2 = [at("c1", "p2", "m1")];
const born = (iso: string) => candidate("c1", ["m1"], { birthDate: day(iso) });

describe("three-choices (Art. 12 §1)", () => {
  const given = round({
    hosts: [host("h1"), host("h2")],
    missions: [mission("m1", { hoursPerWeek: 14 }), mission("m2", { host: "h2", hoursPerWeek: 14 })],
    candidates: [candidate("c1", ["m1", ["m1", "m2"]])],
  });
  test("a choice and a pair are lawful", () => {
    expect(broken(given, P1)).toEqual([]);
    expect(broken(given, [at("c1", "p1", "m1", "m2")])).toEqual([]);
  });
  test.each([[["m2"]], [["m2", "m1"]], [["nowhere"]], [[]]])("%j is no choice", (missions) =>
    expect(broken(given, [at("c1", "p1", ...missions)])).toContain("three-choices"),
  );
});

describe("age (Art. 10, 1°) on the promotion's start", () => {
  test("the 18th birthday is old enough, its eve is not", () => {
    expect(broken(round({ candidates: [born("2008-10-01")] }), P1)).toEqual([]);
    expect(broken(round({ candidates: [born("2008-10-02")] }), P1)).toEqual(["age"]);
  });
  test("the eve of the 26th birthday is young enough, the birthday is not", () => {
    expect(broken(round({ candidates: [born("2000-10-02")] }), P1)).toEqual([]);
    expect(broken(round({ candidates: [born("2000-10-01")] }), P1)).toEqual(["age"]);
  });
  test("the narrow reading stops at the 25th birthday", () => {
    const narrow = (iso: string) => round({ candidates: [born(iso)] }, { ageLimit: "until-25th-birthday" });
    expect(broken(narrow("2001-10-02"), P1)).toEqual([]);
    expect(broken(narrow("2001-10-01"), P1)).toEqual(["age"]);
  });
  test("a deferral ages out", () => {
    const given = round({ candidates: [born("2000-11-15")] });
    expect([broken(given, P1), broken(given, P2)]).toEqual([[], ["age"]]);
  });
  test("born on 29 February turns 18 on 1 March of a common year", () => {
    const leap = (start: string) =>
      round({
        promotions: [promotion("p1", start)],
        candidates: [candidate("c1", ["m1"], { birthDate: day("2008-02-29"), available: ALWAYS })],
      });
    expect([broken(leap("2026-02-28"), P1), broken(leap("2026-03-01"), P1)]).toEqual([["age"], []]);
  });
});

describe("once and record (Art. 11)", () => {
  const who = (over: Parameters<typeof candidate>[2]) => round({ candidates: [candidate("c1", ["m1"], over)] });
  test("earlier service excludes", () => expect(broken(who({ served: true }), P1)).toEqual(["once"]));
  test("a record excludes", () => expect(broken(who({ record: "excluded" }), P1)).toEqual(["record"]));
  test("the exception covers both", () => expect(broken(who({ served: true, record: "exception-granted" }), P1)).toEqual([]));
});

describe("approval (Art. 8)", () => {
  const at1 = (over: Parameters<typeof host>[1], policy = {}) => broken(round({ hosts: [host("h1", over)] }, policy), P1);
  const until = (iso: string) => ({ from: day("2026-10-01"), until: day(iso) });
  test("approved on every day of the service", () => expect(at1({ approved: until("2027-03-31") })).toEqual([]));
  test("approval that ends a day before the service does", () =>
    expect(at1({ approved: until("2027-03-30") })).toEqual(["approval"]));
  test("approved on the start is enough under approvalCover start", () => {
    expect(at1({ approved: until("2026-10-01") }, { approvalCover: "start" })).toEqual([]);
    expect(at1({ approved: { from: day("2026-10-02"), until: day("2030-01-01") } }, { approvalCover: "start" })).toEqual([
      "approval",
    ]);
  });
  test("unavailable on the last day of the service, and only after it", () => {
    expect(at1({ unavailable: [{ from: day("2027-03-31"), until: day("2027-06-30") }] })).toEqual(["approval"]);
    expect(at1({ unavailable: [{ from: day("2027-04-01"), until: day("2027-06-30") }] })).toEqual([]);
  });
  test("unavailability counts under approvalCover start too", () =>
    expect(at1({ unavailable: [until("2026-12-01")] }, { approvalCover: "start" })).toEqual(["approval"]));
  test("a mission that closes before the service ends", () =>
    expect(broken(round({ missions: [mission("m1", { open: until("2027-03-30") })] }), P1)).toEqual(["approval"]));
  test("both hosts of a pair are approved", () => {
    const given = round({
      hosts: [host("h1"), host("h2", { approved: until("2026-12-31") })],
      missions: [mission("m1", { hoursPerWeek: 14 }), mission("m2", { host: "h2", hoursPerWeek: 14 })],
      candidates: [candidate("c1", [["m1", "m2"]])],
    });
    expect(broken(given, [at("c1", "p1", "m1", "m2")])).toEqual(["approval"]);
  });
});

describe("promotion-zone (Art. 23 §2)", () => {
  const none = { municipalities: [], provinces: [], regions: [], languageAreas: [] };
  const zoned = (zone: object, place = LIEGE) =>
    broken(
      round({
        promotions: [promotion("p1", "2026-10-01", { zone: { ...none, ...zone } })],
        missions: [mission("m1", { place })],
      }),
      P1,
    );
  test.each([{ municipalities: ["62063"] }, { provinces: ["Luik"] }, { regions: ["WAL"] }, { languageAreas: ["fr"] }])(
    "Liège lies in %j",
    (zone) => expect(zoned(zone)).toEqual([]),
  );
  test("the lists are a union", () => expect(zoned({ municipalities: ["44021"], languageAreas: ["fr"] })).toEqual([]));
  test("Eupen is in Wallonia and not in the French language area", () => {
    expect(zoned({ languageAreas: ["fr"] }, EUPEN)).toEqual(["promotion-zone"]);
    expect(zoned({ regions: ["WAL"] }, EUPEN)).toEqual([]);
  });
  test("Brussels is in no province", () => expect(zoned({ provinces: ["Luik"] }, BRUSSELS)).toEqual(["promotion-zone"]));
});

describe("languages and needs (Art. 13; 22 §1, 8°)", () => {
  const dutch = (policy = {}) => broken(round({ missions: [mission("m1", { languages: ["fr", "nl"] })] }, policy), P1);
  test("every language must be spoken", () => expect(dutch()).toEqual(["languages"]));
  test("or be imposed on the host", () => expect(dutch({ languages: "impose" })).toEqual([]));
  const ramp = (over: Partial<Round>, policy = {}) =>
    broken(round({ candidates: [candidate("c1", ["m1"], { needs: ["ramp"] })], ...over }, policy), P1);
  test("a need is imposed on the host by default", () => expect(ramp({})).toEqual([]));
  test("or forbids", () => expect(ramp({}, { needs: "forbid" })).toEqual(["needs"]));
  test("unless host or mission offers it", () => {
    expect(ramp({ hosts: [host("h1", { offers: ["ramp"] })] }, { needs: "forbid" })).toEqual([]);
    expect(ramp({ missions: [mission("m1", { offers: ["ramp"] })] }, { needs: "forbid" })).toEqual([]);
  });
});

describe("own-initiative (Art. 9)", () => {
  const reserved = (reservedFor: string) => broken(round({ missions: [mission("m1", { reservedFor })] }), P1);
  test("is for the one it is reserved for", () => expect([reserved("c1"), reserved("c2")]).toEqual([[], ["own-initiative"]]));
});

describe("not-before (Art. 2, 2°; 23 §3)", () => {
  const available = (from: string, until: string) =>
    broken(round({ candidates: [candidate("c1", ["m1"], { available: { from: day(from), until: day(until) } })] }), P1);
  test("both ends are included", () => expect(available("2026-10-01", "2026-10-01")).toEqual([]));
  test("a day too early", () => expect(available("2026-10-02", "2027-10-01")).toEqual(["not-before"]));
  test("a day too late", () => expect(available("2026-01-01", "2026-09-30")).toEqual(["not-before"]));
});

describe("working-time (Art. 22 §1, 2°-3° and §3)", () => {
  const pair = (hours: number, travelHours: number, second = "h2", first = 14) => {
    const who = candidate("c1");
    const given = round({
      hosts: [host("h1"), host("h2")],
      missions: [mission("m1", { hoursPerWeek: first }), mission("m2", { host: second, hoursPerWeek: hours })],
      candidates: [{ ...who, choices: [{ missions: ["m1", "m2"], travelHours }] }],
    });
    return broken(given, [at("c1", "p1", "m1", "m2")]);
  };
  test("twenty-eight hours with the travel are lawful", () => expect(pair(12, 2)).toEqual([]));
  test("a quarter of an hour more is not", () => expect(pair(12, 2.25)).toEqual(["working-time"]));
  test("hours are decimals: 27.8 and 0.1 and 0.1 are twenty-eight", () => expect(pair(0.1, 0.1, "h2", 27.8)).toEqual([]));
  test("a pair at one host is not", () => expect(pair(12, 0, "h1")).toEqual(["working-time"]));
  test("ten hours a day are not", () =>
    expect(broken(round({ missions: [mission("m1", { hoursPerDay: 10 })] }), P1)).toEqual(["working-time"]));
});
