import { beforeAll, describe, expect, it } from "vitest";
import type { Outcome, Result } from "../../engine/domain/result.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { nextRound } from "../../engine/simulate/next-round.ts";
import { shipped, solved } from "../engine/run-place.ts";
import { issuesOf } from "../input/round-of.ts";
import { day } from "../verify/round-builder.ts";

const tiny = shipped("tiny");
let result: Result;
beforeAll(async () => {
  result = await solved(tiny);
}, 60_000);

/** The shipped result with other decisions about some candidates. */
function decided(over: Readonly<Record<string, object>>): Result {
  const outcomes = result.outcomes.map((outcome) => ({ ...outcome, ...over[outcome.candidate] }) as Outcome);
  return { ...result, outcomes };
}

/** The shipped round with some candidates changed. */
function changed(over: Readonly<Record<string, object>>, more: Partial<RoundJson> = {}): RoundJson {
  return { ...tiny, candidates: tiny.candidates.map((candidate) => ({ ...candidate, ...over[candidate.id] })), ...more };
}

const RESERVE = { outcome: "reserve", reason: { code: "places" }, offer: "priority-reserve-list", lastChance: false };
const ineligible = (...codes: string[]) => ({
  outcome: "ineligible",
  issues: codes.map((code) => ({ code, article: "10-11" })),
});
const idsOf = ({ candidates }: RoundJson) => candidates.map(({ id }) => id);
const candidateOf = ({ candidates }: RoundJson, id: string) => candidates.find((candidate) => candidate.id === id);
const promotionOf = ({ promotions }: RoundJson, id: string) => promotions.find((promotion) => promotion.id === id);

describe("the next round, after the first promotion has started", () => {
  it("has those who serve as members of a promotion that takes nobody else, with missions, Regions and categories", () => {
    const larger = tiny.promotions.map((promotion) => ({ ...promotion, maxSize: 9, keepFree: 2, mustHold: true }));
    const { round } = nextRound({ ...tiny, promotions: larger }, result, day("2026-10-05"));
    const p1 = promotionOf(round, "p1");
    expect(p1).toMatchObject({ start: "2026-10-05", maxSize: 3, minSize: 0, keepFree: 0, mustHold: false });
    expect(p1?.members).toEqual([
      { candidate: "c4", missions: ["m4"], region: "WAL", missionRegion: "BRU", attributes: { sex: "F", education: "low" } },
      { candidate: "c5", missions: ["m2"], region: "BRU", missionRegion: "BRU", attributes: { sex: "M", education: "higher" } },
      { candidate: "c6", missions: ["m1"], region: "WAL", missionRegion: "WAL", attributes: { sex: "F", education: "higher" } },
    ]);
  });

  it("has those deferred to a later promotion as candidates, once deferred, with their place published", () => {
    const { round } = nextRound(tiny, result, day("2026-10-05"));
    expect(promotionOf(round, "p2")).toEqual(promotionOf(tiny, "p2"));
    expect(candidateOf(round, "c1")).toEqual({ ...candidateOf(tiny, "c1"), earliest: "2026-10-06", deferrals: 1 });
    expect(round.published).toEqual([
      { candidate: "c1", promotion: "p2", missions: ["m1"] },
      { candidate: "c2", promotion: "p2", missions: ["m3"] },
    ]);
  });

  it("puts who got no place on the reserve list from that day", () => {
    const { round } = nextRound(tiny, result, day("2026-10-05"));
    expect(candidateOf(round, "c3")).toMatchObject({ chosenStart: "2026-10-01", reserveSince: "2026-10-05" });
  });

  it("keeps the older date of who was on the list already", () => {
    const { round } = nextRound(tiny, decided({ c4: RESERVE }), day("2026-10-05"));
    expect(candidateOf(round, "c4")).toMatchObject({ reserveSince: "2026-04-15" });
  });

  it("parses without an issue, and everybody can still be placed as published", async () => {
    const { round } = nextRound(tiny, result, day("2026-10-05"));
    expect(issuesOf(round)).toEqual([]);
    const again = await solved(round);
    expect(again.tiers[0]).toMatchObject({ objectives: ["changes"], value: 0 });
    expect(again.indicators).toMatchObject({ placed: 2, deferred: 0, reserve: 1 });
  });

  it("has an id of its own, and so another draw", () => {
    const first = nextRound(tiny, result, day("2026-10-05")).round;
    expect([first.id, first.seed]).toEqual(["tiny_2026-10-05", undefined]);
    const second = nextRound(
      first,
      { ...result, outcomes: result.outcomes.filter(({ candidate }) => candidate < "c4") },
      day("2026-11-02"),
    );
    expect(second.round.id).toBe("tiny_2026-11-02");
  });
});

describe("a deferral counts once", () => {
  it("for who keeps the promotion that was published", () => {
    const first = nextRound(tiny, result, day("2026-10-05")).round;
    const same = { ...result, outcomes: result.outcomes.filter(({ candidate }) => candidate < "c4") };
    expect(candidateOf(nextRound(first, same, day("2026-11-02")).round, "c1")).toMatchObject({ deferrals: 1 });
  });

  it("and again for who is moved to yet another one", () => {
    const published = [{ candidate: "c1", promotion: "p1", missions: ["m1"] }];
    const round = changed({ c1: { deferrals: 1 } }, { published });
    expect(candidateOf(nextRound(round, result, day("2026-10-05")).round, "c1")).toMatchObject({ deferrals: 2 });
  });
});

describe("who leaves, and why", () => {
  const day1 = day("2026-10-05");
  const leavingAs = (round: RoundJson, answer: Result, from = day1) =>
    nextRound(round, answer, from).leaving.map(({ candidate, reasons }) => [candidate, ...reasons]);

  it("who is 26 on the day after the new round's is too old; on that of the birthday before, not yet", () => {
    const turning = (birthDate: string) => changed({ c3: { birthDate } });
    expect(leavingAs(turning("2000-10-06"), result)).toEqual([["c3", "too-old"]]);
    expect(leavingAs(turning("2000-10-07"), result)).toEqual([]);
  });

  it("a place in a promotion still to start is not lost by a birthday after it", () => {
    expect(leavingAs(changed({ c1: { birthDate: "2001-01-05" } }), result)).toEqual([]);
  });

  it("who accepts no start after that day is too late, and takes the priority along", () => {
    const answer = decided({ c4: RESERVE });
    const { leaving } = nextRound(tiny, answer, day("2026-12-15"));
    expect(leaving).toEqual([{ candidate: "c4", reasons: ["too-late"], reserveSince: "2026-04-15" }]);
    expect(idsOf(nextRound(tiny, answer, day("2026-12-14")).round)).toContain("c4");
  });

  it("who is not eligible leaves with every reason, but who is too young stays", () => {
    const answer = decided({ c3: ineligible("once", "record"), c1: ineligible("age") });
    const { round, leaving } = nextRound(changed({ c1: { birthDate: "2009-06-01" } }), answer, day1);
    expect(leaving).toEqual([{ candidate: "c3", reasons: ["once", "record"], reserveSince: null }]);
    expect(candidateOf(round, "c1")).not.toHaveProperty("reserveSince");
  });

  it("who was in a promotion that is over has served, and the promotion is gone", () => {
    const { round, leaving } = nextRound(tiny, result, day("2027-04-05"));
    expect(round.promotions.map(({ id }) => id)).toEqual(["p2"]);
    expect(leaving.map(({ candidate, reasons }) => [candidate, ...reasons])).toEqual([
      ["c4", "served"],
      ["c5", "served"],
      ["c6", "served"],
    ]);
    expect(promotionOf(nextRound(tiny, result, day("2027-04-04")).round, "p1")?.members).toHaveLength(3);
  });

  it("a result that decides nothing about a candidate is refused", () => {
    expect(() => nextRound(tiny, { ...result, outcomes: result.outcomes.slice(1) }, day1)).toThrow(RangeError);
  });
});

describe("what else is carried over", () => {
  const reserved = (mission: string, candidate: string): RoundJson => ({
    ...tiny,
    missions: tiny.missions.map((one) => (one.id === mission ? { ...one, reservedFor: candidate } : one)),
  });
  const missionIn = ({ missions }: RoundJson, id: string) => missions.find((mission) => mission.id === id);

  it("an own initiative (Art. 9) is open to nobody else when its candidate serves there", () => {
    const { round } = nextRound(reserved("m2", "c5"), result, day("2026-10-05"));
    const { reservedFor: _, ...open } = { reservedFor: "", ...missionIn(tiny, "m2") };
    expect(missionIn(round, "m2")).toEqual({ ...open, until: "2027-04-04" });
    expect(issuesOf(round)).toEqual([]);
  });

  it("nor when its candidate leaves; it stays reserved for who stays", () => {
    const leaves = nextRound(reserved("m2", "c3"), decided({ c3: ineligible("record") }), day("2026-10-05")).round;
    expect(missionIn(leaves, "m2")).toMatchObject({ places: 0 });
    expect(missionIn(leaves, "m2")).not.toHaveProperty("reservedFor");
    const stays = nextRound(reserved("m2", "c3"), result, day("2026-10-05")).round;
    expect(missionIn(stays, "m2")).toMatchObject({ places: 1, reservedFor: "c3" });
  });

  it("decisions on what is still to come stay; that somebody waits was decided for one round", () => {
    const pins: NonNullable<RoundJson["pins"]> = [
      { candidate: "c1", promotion: "p2" },
      { candidate: "c2", not: { missions: ["m1"] } },
      { candidate: "c2", not: { promotion: "p1" } },
      { candidate: "c3", outcome: "reserve" },
      { candidate: "c4", promotion: "p1" },
    ];
    const { round } = nextRound({ ...tiny, pins }, result, day("2026-10-05"));
    expect(round.pins).toEqual(pins.slice(0, 2));
  });

  it("a promotion that started with nobody in it is gone", () => {
    const promotions = [
      ...tiny.promotions,
      { id: "p0", zone: { regions: ["BRU"] }, start: "2026-09-07", end: "2027-03-06", maxSize: 9 },
    ];
    expect(nextRound({ ...tiny, promotions }, result, day("2026-10-05")).round.promotions.map(({ id }) => id)).toEqual([
      "p1",
      "p2",
    ]);
  });

  it("under a profile without dates nobody's dates are touched", () => {
    const { round, leaving } = nextRound({ ...tiny, profile: "ranked-choices" }, decided({ c5: RESERVE }), day("2026-12-31"));
    expect(candidateOf(round, "c5")).toEqual({ ...candidateOf(tiny, "c5"), reserveSince: "2026-12-31" });
    expect(leaving).toEqual([]);
  });
});
