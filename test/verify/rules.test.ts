import { describe, expect, test } from "vitest";
import type { RuleId } from "../../engine/domain/policy.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import {
  ALWAYS,
  at,
  BRUSSELS,
  candidate,
  day,
  EUPEN,
  GENT,
  host,
  LIEGE,
  member,
  mission,
  pin,
  promotion,
  round,
} from "./round-builder.ts";

function broken(given: Round, placements: readonly Placement[]): RuleId[] {
  return [...new Set(verifyPlacements(given, placements).map(({ rule }) => rule))].sort();
}

const P1 = [at("c1", "p1", "m1")];
const P2 = [at("c1", "p2", "m1")];
const born = (iso: string) => candidate("c1", ["m1"], { birthDate: day(iso) });

describe("one-place (Art. 16 §1, 22 §1, 23 §1)", () => {
  test("one placement is lawful", () => expect(broken(round(), P1)).toEqual([]));
  test("nobody placed is lawful", () => expect(broken(round(), [])).toEqual([]));
  test("two placements of one candidate are not", () => expect(broken(round(), [...P1, ...P2])).toEqual(["one-place"]));
  test("a candidate the round does not know is a violation", () =>
    expect(broken(round(), [at("x", "p1", "m1")])).toEqual(["one-place"]));
  test("a promotion the round does not know is a violation", () =>
    expect(broken(round(), [at("c1", "x", "m1")])).toEqual(["one-place"]));
});

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
  const pair = (hours: number, travelHours: number, second = "h2") => {
    const who = candidate("c1");
    const given = round({
      hosts: [host("h1"), host("h2")],
      missions: [mission("m1", { hoursPerWeek: 14 }), mission("m2", { host: second, hoursPerWeek: hours })],
      candidates: [{ ...who, choices: [{ missions: ["m1", "m2"], travelHours }] }],
    });
    return broken(given, [at("c1", "p1", "m1", "m2")]);
  };
  test("twenty-eight hours with the travel are lawful", () => expect(pair(12, 2)).toEqual([]));
  test("a quarter of an hour more is not", () => expect(pair(12, 2.25)).toEqual(["working-time"]));
  test("a pair at one host is not", () => expect(pair(12, 0, "h1")).toEqual(["working-time"]));
  test("ten hours a day are not", () =>
    expect(broken(round({ missions: [mission("m1", { hoursPerDay: 10 })] }), P1)).toEqual(["working-time"]));
});

describe("mission-capacity (Art. 8 §1) on every day", () => {
  const two = (missions = [mission("m1", { places: 1 })], over: Partial<Round> = {}) =>
    round({ missions, candidates: [candidate("c1"), candidate("c2")], ...over });
  test("one place is for one citizen", () => {
    expect(broken(two(), P1)).toEqual([]);
    expect(broken(two(), [...P1, at("c2", "p1", "m1")])).toEqual(["mission-capacity"]);
  });
  test("services that share one day share the place; services that follow each other do not", () => {
    const later = (start: string) => two(undefined, { promotions: [promotion("p1"), promotion("p2", start)] });
    expect(broken(later("2027-03-31"), [...P1, at("c2", "p2", "m1")])).toEqual(["mission-capacity"]);
    expect(broken(later("2027-04-01"), [...P1, at("c2", "p2", "m1")])).toEqual([]);
  });
  test("members and occupied places take places", () => {
    const withMember = two(undefined, {
      promotions: [promotion("p1"), promotion("p2", "2026-12-01", { members: [member("x", { missions: ["m1"] })] })],
    });
    expect(broken(withMember, P1)).toEqual(["mission-capacity"]);
    const until = (iso: string) =>
      two([mission("m1", { places: 1, occupied: [{ from: day("2026-01-01"), until: day(iso), places: 1 }] })]);
    expect(broken(until("2026-10-01"), P1)).toEqual(["mission-capacity"]);
    expect(broken(until("2026-09-30"), P1)).toEqual([]);
  });
  test("a day overbooked by the input alone is nobody's fault, and nobody may be placed on it", () => {
    const given = two([
      mission("m1", { places: 1, occupied: [{ from: day("2026-12-01"), until: day("2026-12-01"), places: 3 }] }),
    ]);
    expect(broken(given, [])).toEqual([]);
    expect(broken(given, P1)).toEqual(["mission-capacity"]);
  });
  test("the host's places bind over its missions", () => {
    const missions = [mission("m1"), mission("m2")];
    const given = (places: number | null) =>
      round({ hosts: [host("h1", { places })], missions, candidates: [candidate("c1"), candidate("c2", ["m2"])] });
    const both = [...P1, at("c2", "p1", "m2")];
    expect(broken(given(1), both)).toEqual(["mission-capacity"]);
    expect(broken(given(2), both)).toEqual([]);
    expect(broken(given(null), both)).toEqual([]);
  });
});

describe("promotion-size (operational)", () => {
  const sized = (over: Parameters<typeof promotion>[2], placements: readonly Placement[]) =>
    broken(
      round({ promotions: [promotion("p1", "2026-10-01", over)], candidates: [candidate("c1"), candidate("c2")] }),
      placements,
    );
  const both = [...P1, at("c2", "p1", "m1")];
  test("at most the seats less those kept free", () => {
    expect(sized({ maxSize: 3, keepFree: 1 }, both)).toEqual([]);
    expect(sized({ maxSize: 2, keepFree: 1 }, both)).toEqual(["promotion-size"]);
  });
  test("at least the minimum where somebody is placed, members counted", () => {
    expect(sized({ minSize: 2 }, [])).toEqual([]);
    expect(sized({ minSize: 2 }, P1)).toEqual(["promotion-size"]);
    expect(sized({ minSize: 2, members: [member("x")] }, P1)).toEqual([]);
  });
  test("a promotion that must be held has its minimum in any case", () => {
    expect(sized({ minSize: 1, mustHold: true }, [])).toEqual(["promotion-size"]);
    expect(sized({ minSize: 1, mustHold: true, members: [member("x")] }, [])).toEqual([]);
  });
  test("nobody joins a promotion its members overfill, and its members are no fault", () => {
    const overfull = { maxSize: 1, members: [member("x"), member("y")] };
    expect(sized(overfull, [])).toEqual([]);
    expect(sized(overfull, P1)).toEqual(["promotion-size"]);
  });
});

describe("pins (operational)", () => {
  const pinned = (over: Parameters<typeof pin>[0], placements: readonly Placement[]) =>
    broken(round({ pins: [pin(over)] }), placements);
  test("placed as pinned", () => {
    const place = { candidate: "c1", kind: "place", promotion: "p1", missions: null } as const;
    expect([pinned(place, P1), pinned(place, P2), pinned(place, [])]).toEqual([[], ["pins"], ["pins"]]);
    expect(pinned({ ...place, missions: ["m2"] }, P1)).toEqual(["pins"]);
  });
  test("left on the reserve list as pinned", () => {
    const reserve = { candidate: "c1", kind: "reserve" } as const;
    expect([pinned(reserve, []), pinned(reserve, P1)]).toEqual([[], ["pins"]]);
  });
  test("not placed where a pin forbids it: what it names, together", () => {
    const forbid = (promotionId: string | null, missions: string[] | null) =>
      ({ candidate: "c1", kind: "forbid", promotion: promotionId, missions }) as const;
    expect([pinned(forbid("p1", null), P1), pinned(forbid("p1", null), P2)]).toEqual([["pins"], []]);
    expect([pinned(forbid(null, ["m1"]), P1), pinned(forbid(null, ["m2"]), P1)]).toEqual([["pins"], []]);
    expect([pinned(forbid("p1", ["m1"]), P1), pinned(forbid("p1", ["m2"]), P1)]).toEqual([["pins"], []]);
  });
});

describe("hard composition", () => {
  const gentMission = mission("m2", { place: GENT, languages: [] });
  const mixed = (policy: object, over: Partial<Round> = {}) =>
    round(
      {
        missions: [mission("m1"), gentMission],
        candidates: [candidate("c1", ["m1", "m2"]), candidate("c2", ["m1", "m2"])],
        ...over,
      },
      policy,
    );
  const balance = { regionalBalance: { targets: { VLG: 0.5, WAL: 0.5 }, tolerance: 0, mode: "hard" } };
  test("regional balance (Art. 4 §1, 1°) of the missions", () => {
    expect(broken(mixed(balance), [at("c1", "p1", "m1"), at("c2", "p1", "m2")])).toEqual([]);
    expect(broken(mixed(balance), [at("c1", "p1", "m1"), at("c2", "p1", "m1")])).toEqual(["regional-balance"]);
    expect(broken(mixed(balance), [])).toEqual([]);
  });
  test("cross-region (Art. 14 §2) in every promotion with a placement, members counted", () => {
    const policy = { crossRegion: { minimum: 1, mode: "hard" } };
    expect(broken(mixed(policy), [at("c1", "p1", "m2")])).toEqual([]);
    expect(broken(mixed(policy), [at("c1", "p1", "m1")])).toEqual(["cross-region"]);
    expect(broken(mixed(policy), [])).toEqual([]);
    const abroad = promotion("p1", "2026-10-01", { members: [member("x", { region: "BRU", missionRegion: "WAL" })] });
    expect(broken(mixed(policy, { promotions: [abroad] }), [at("c1", "p1", "m1")])).toEqual([]);
  });
  test("representativeness (Art. 23 §3) by quota and by target", () => {
    const quota = { representativeness: [{ dimension: "sex", quotas: { F: { min: 0, max: 1 } }, mode: "hard" }] };
    expect(broken(mixed(quota), [at("c1", "p1", "m1")])).toEqual([]);
    expect(broken(mixed(quota), [at("c1", "p1", "m1"), at("c2", "p1", "m1")])).toEqual(["representativeness"]);
    const target = { representativeness: [{ dimension: "sex", targets: { F: 0.5, M: 0.5 }, tolerance: 0, mode: "hard" }] };
    expect(broken(mixed(target), [at("c1", "p1", "m1"), at("c2", "p1", "m1")])).toEqual(["representativeness"]);
    const him = promotion("p1", "2026-10-01", { members: [member("x", { attributes: { sex: "M" } })] });
    expect(broken(mixed(target, { promotions: [him] }), [at("c1", "p1", "m1")])).toEqual([]);
  });
  test("soft targets are no rule", () => {
    const soft = { regionalBalance: { ...balance.regionalBalance, mode: "soft" }, crossRegion: { minimum: 9, mode: "soft" } };
    expect(broken(mixed(soft), P1)).toEqual([]);
  });
});

test("a profile is held to its own rules only", () => {
  const given = round({
    profile: "ranked-choices",
    candidates: [candidate("c1", ["m1"], { birthDate: null, served: true, available: { from: 0, until: 0 } })],
  });
  expect(broken(given, P1)).toEqual([]);
  expect(broken(given, [...P1, ...P1])).toEqual(["one-place"]);
});
