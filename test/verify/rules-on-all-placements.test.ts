import { describe, expect, test } from "vitest";
import type { RuleId } from "../../engine/domain/policy.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { at, candidate, day, GENT, host, member, mission, pin, promotion, round } from "./round-builder.ts";

function broken(given: Round, placements: readonly Placement[]): RuleId[] {
  return [...new Set(verifyPlacements(given, placements).map(({ rule }) => rule))].sort();
}

const P1 = [at("c1", "p1", "m1")];
const P2 = [at("c1", "p2", "m1")];

describe("one-place (Art. 16 §1, 22 §1, 23 §1)", () => {
  test("one placement is lawful", () => expect(broken(round(), P1)).toEqual([]));
  test("nobody placed is lawful", () => expect(broken(round(), [])).toEqual([]));
  test("two placements of one candidate are not", () => expect(broken(round(), [...P1, ...P2])).toEqual(["one-place"]));
  test("a candidate the round does not know is a violation", () =>
    expect(broken(round(), [at("x", "p1", "m1")])).toEqual(["one-place"]));
  test("a promotion the round does not know is a violation", () =>
    expect(broken(round(), [at("c1", "x", "m1")])).toEqual(["one-place"]));
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
  test("a pair at one host, where a profile allows it, is one citizen there", () => {
    const given = round({
      profile: "ranked-choices",
      hosts: [host("h1", { places: 1 })],
      missions: [mission("m1"), mission("m2")],
      candidates: [candidate("c1", [["m1", "m2"]])],
    });
    expect(broken(given, [at("c1", "p1", "m1", "m2")])).toEqual([]);
  });
  test("a member's mission the round does not list takes no place", () => {
    const promotions = [promotion("p1", "2026-10-01", { members: [member("x", { missions: ["elsewhere"] })] })];
    expect(broken(two(undefined, { promotions }), P1)).toEqual([]);
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
