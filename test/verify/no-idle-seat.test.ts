import { describe, expect, test } from "vitest";
import type { Policy } from "../../engine/domain/policy.ts";
import type { Placement } from "../../engine/domain/round.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { noIdleSeat } from "../../engine/verify/rules/no-idle-seat.ts";
import { at, candidate, day, EUPEN, GENT, host, type LIEGE, member, mission, pin, promotion, round } from "./round-builder.ts";

/** Promotions p1 (1 October, c1 in it) and p2 (1 December); c2 waits for one of three places at m1. */
function idle(
  placements: readonly Placement[] = [at("c1", "p1", "m1")],
  over: Parameters<typeof round>[0] = {},
  policy: Partial<Policy> = {},
) {
  const given = round(
    { missions: [mission("m1", { places: 3 })], candidates: [candidate("c1"), candidate("c2")], ...over },
    { deferralGround: "replacement", ...policy },
  );
  return noIdleSeat(openCasefile(given, placements)).map(({ subjects }) => subjects);
}

const HERS = [{ candidate: "c2", promotion: "p1", missions: "m1" }];
const LATER = [at("c1", "p1", "m1"), at("c2", "p2", "m1")];

describe("no-idle-seat (Art. 23 §3, second paragraph)", () => {
  test("a seat and a place free on the nearest date are hers: she may be neither left out nor deferred", () => {
    expect(idle()).toEqual(HERS);
    expect(idle(LATER)).toEqual(HERS);
    expect(idle([at("c1", "p1", "m1"), at("c2", "p1", "m1")])).toEqual([]);
  });
  test("under deferralGround composition a seat may stay empty", () =>
    expect(idle(LATER, {}, { deferralGround: "composition" })).toEqual([]));
  test("under a hard dimension or a hard regional balance the rule is not applied; under soft ones it is", () => {
    const sex = (mode: "hard" | "soft") => [{ dimension: "sex", quotas: { M: { min: 0, max: 9 } }, mode }];
    const balance = (mode: "hard" | "soft") => ({ targets: { WAL: 1 }, tolerance: 1, mode, count: "round" as const });
    expect(idle(LATER, {}, { representativeness: sex("hard") })).toEqual([]);
    expect(idle(LATER, {}, { regionalBalance: balance("hard") })).toEqual([]);
    expect(idle(LATER, {}, { representativeness: sex("soft"), regionalBalance: balance("soft") })).toEqual(HERS);
  });

  describe("a promotion in being", () => {
    const p1 = (over: Parameters<typeof promotion>[2], placements = LATER) =>
      idle(placements, { promotions: [promotion("p1", "2026-10-01", over), promotion("p2", "2026-12-01")] });
    test("has somebody in it, and no fewer than its minimum", () => {
      expect(p1({ minSize: 0 }, [at("c2", "p2", "m1")])).toEqual([]);
      expect(p1({ minSize: 2 })).toEqual([]);
      expect(p1({ minSize: 2, members: [member("x")] })).toEqual(HERS);
    });
    test("may be held by its members alone", () =>
      expect(p1({ members: [member("x")] }, [at("c1", "p2", "m1")]).map(({ candidate: who }) => who)).toEqual(["c1", "c2"]));
    test("has a free seat below its maximum less the seats kept free", () => {
      expect(p1({ maxSize: 1 })).toEqual([]);
      expect(p1({ maxSize: 2 })).toEqual(HERS);
      expect(p1({ maxSize: 2, keepFree: 1 })).toEqual([]);
      expect(p1({ maxSize: 2, members: [member("x")] })).toEqual([]);
    });
    test("on another date than the nearest proves nothing", () => {
      const promotions = [promotion("p1"), promotion("p2", "2026-12-01"), promotion("p3", "2027-03-01")];
      const far = [at("c1", "p2", "m1"), at("c2", "p3", "m1")];
      expect(idle(far, { promotions })).toEqual([]);
    });
  });

  describe("a free place", () => {
    test("is free on every day of the service", () => {
      const until = (iso: string) => mission("m1", { places: 3, occupied: [{ from: day(iso), until: day(iso), places: 2 }] });
      expect(idle(undefined, { missions: [until("2027-03-31")] })).toEqual([]); // the last day
      expect(idle(undefined, { missions: [until("2027-04-01")] })).toEqual(HERS);
      expect(idle(undefined, { missions: [until("2026-10-01")] })).toEqual([]); // the first
    });
    test("is one at the host too, over all its missions and members", () => {
      const hosted = (places: number) => idle(undefined, { hosts: [host("h1", { places })] });
      expect([hosted(1), hosted(2)]).toEqual([[], HERS]);
      const members = [member("x", { missions: ["m1"] })];
      const joined = promotion("p1", "2026-10-01", { members });
      expect(idle(undefined, { promotions: [joined], hosts: [host("h1", { places: 2 })] })).toEqual([]);
    });
    test("may be her own, given back", () => {
      const one = {
        missions: [mission("m0"), mission("m1", { places: 1 })],
        candidates: [candidate("c1", ["m0"]), candidate("c2")],
      };
      expect(idle([at("c1", "p1", "m0"), at("c2", "p2", "m1")], one)).toEqual(HERS);
      expect(idle([at("c1", "p1", "m0")], one)).toEqual(HERS);
    });
    test("is needed at both missions of a pair", () => {
      const pair = (places: number) =>
        idle([at("c1", "p1", "m1")], {
          hosts: [host("h1"), host("h2")],
          missions: [mission("m1", { places: 3, hoursPerWeek: 14 }), mission("m2", { host: "h2", places, hoursPerWeek: 14 })],
          candidates: [candidate("c1"), candidate("c2", [["m1", "m2"]])],
        });
      expect(pair(0)).toEqual([]);
      expect(pair(1)).toEqual([{ candidate: "c2", promotion: "p1", missions: "m1 + m2" }]);
    });
    test("counts where the choice fits the promotion, be it the last choice", () => {
      const zone = { municipalities: [], provinces: [], regions: ["WAL"], languageAreas: [] };
      const given = (place: typeof LIEGE) =>
        idle(undefined, {
          missions: [mission("m1", { places: 1 }), mission("m2", { place, languages: [] })],
          candidates: [candidate("c1"), candidate("c2", ["m1", "m2"])],
          promotions: [promotion("p1", "2026-10-01", { zone }), promotion("p2", "2026-12-01")],
        });
      expect(given(GENT)).toEqual([]);
      expect(given(EUPEN)).toEqual([{ candidate: "c2", promotion: "p1", missions: "m2" }]);
    });
  });

  describe("nobody is owed a seat", () => {
    test("who is not eligible", () =>
      expect(idle(undefined, { candidates: [candidate("c1"), candidate("c2", ["m1"], { served: true })] })).toEqual([]));
    test("whom a pin leaves on the reserve list, or forbids what is free", () => {
      expect(idle(undefined, { pins: [pin({ candidate: "c2", kind: "reserve" })] })).toEqual([]);
      const forbid = (promotionId: string | null, missions: string[] | null) =>
        idle(undefined, { pins: [pin({ candidate: "c2", kind: "forbid", promotion: promotionId, missions })] });
      expect([forbid("p1", null), forbid(null, ["m1"]), forbid("p1", ["m1"])]).toEqual([[], [], []]);
      expect([forbid("p2", null), forbid("p1", ["m2"])]).toEqual([HERS, HERS]);
    });
    test("who is pinned to a later place", () =>
      expect(idle(LATER, { pins: [pin({ candidate: "c2", kind: "place", promotion: "p2", missions: null })] })).toEqual([]));
    test("who is pinned to a place and does not have it: that is for the pins to say", () =>
      expect(idle(undefined, { pins: [pin({ candidate: "c2", kind: "place", promotion: "p2", missions: null })] })).toEqual([]));
    test("who is needed in a promotion that must be held, or to which a pin brings another", () => {
      const held = [promotion("p1"), promotion("p2", "2026-12-01", { mustHold: true })];
      expect(idle(LATER, { promotions: held })).toEqual([]);
      expect(idle(undefined, { promotions: held })).toEqual(HERS); // not placed at all
      const candidates = [candidate("c1"), candidate("c2"), candidate("c3")];
      const pins = [pin({ candidate: "c3", kind: "place", promotion: "p2", missions: null })];
      expect(idle([...LATER, at("c3", "p2", "m1")], { candidates, pins })).toEqual([]);
    });
    test("who starts on the nearest date or earlier", () => {
      const early = candidate("c2", ["m1"], { chosenStart: day("2026-12-01") });
      expect(idle([at("c1", "p2", "m1"), at("c2", "p1", "m1")], { candidates: [candidate("c1"), early] })).not.toContainEqual(
        expect.objectContaining({ candidate: "c2" }),
      );
    });
  });
});
