import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Ground, Reason, SeatTaken } from "../../engine/domain/reason.ts";
import type { Outcome } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { candidate, day, pin } from "./round-builder.ts";
import { WORKED_RESULT, WORKED_ROUND } from "./worked-result.ts";

/** Violations of the reason of one candidate. */
function reasonIssues(index: number, reason: Reason | null, given: Round = WORKED_ROUND): string[] {
  const outcomes = WORKED_RESULT.outcomes.map((outcome, at) => (at === index ? ({ ...outcome, reason } as Outcome) : outcome));
  return verifyResult(given, { ...WORKED_RESULT, outcomes })
    .map((violation) => (violation.kind === "figure" ? violation.path : violation.rule))
    .filter((path) => path.startsWith(`/outcomes/${index}/reason`));
}

const WANT = { article: "13", selection: "only" } as const;
const places: Reason = { code: "places", ...WANT };
const size: Reason = { code: "size", ...WANT };

describe("reasons", () => {
  const wrong = (index: number) => [`/outcomes/${index}/reason/code`];
  test("not-established claims nothing", () => {
    expect(reasonIssues(1, { code: "not-established" })).toEqual([]);
    expect(reasonIssues(3, { code: "not-established" })).toEqual([]);
  });
  test("whoever waits is told a reason, whoever is placed none", () => {
    expect(reasonIssues(3, null)).toEqual(wrong(3));
    expect(reasonIssues(1, null)).toEqual(wrong(1));
    expect(reasonIssues(0, places)).not.toEqual([]);
  });
  test("places and size are not each other", () => {
    expect(reasonIssues(1, size)).toEqual(wrong(1)); // m1 is full where seats are free in p2
    expect(reasonIssues(3, places)).toEqual(wrong(3)); // m2 has free places, p1 no seat
  });
  test("a free seat and a free place refute both", () => {
    const roomy = { ...WORKED_ROUND, promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 })) };
    expect(reasonIssues(3, size, roomy)).toEqual(wrong(3));
    const small = { ...WORKED_ROUND, promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, minSize: 1 })) };
    expect(reasonIssues(1, places, small)).toEqual(wrong(1)); // p3 starts after m1 is free again
  });
  test("a promotion that is not held stays below its minimum with one person, unless members make it up", () => {
    const members = [1, 2].map((index) => ({
      candidate: `y${index}`,
      missions: [],
      region: null,
      missionRegion: null,
      attributes: {},
    }));
    const promotions = WORKED_ROUND.promotions.map((each) => (each.id === "p3" ? { ...each, members } : each));
    expect(reasonIssues(1, places, { ...WORKED_ROUND, promotions })).toEqual(wrong(1));
  });
  test("a deferred candidate's own place is no obstacle to them", () => {
    const missions = WORKED_ROUND.missions.map((each) => (each.id === "m2" ? { ...each, places: 2 } : each));
    const promotions = WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 }));
    expect(reasonIssues(3, places, { ...WORKED_ROUND, missions, promotions })).toEqual(wrong(3));
  });
  test("a pin is the reason only of whom it concerns", () => {
    expect(reasonIssues(1, { code: "pin" })).toEqual(wrong(1));
    expect(reasonIssues(5, { code: "pin" })).toEqual([]);
  });
  test("a pin that forbids everything on the nearest date explains a deferral", () => {
    const forbidden = (promotionId: string) => ({
      ...WORKED_ROUND,
      promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 })),
      pins: [...WORKED_ROUND.pins, pin({ candidate: "c4", kind: "forbid", promotion: promotionId, missions: null })],
    });
    expect(reasonIssues(3, { code: "pin", passed: [] }, forbidden("p1"))).toEqual([]);
    expect(reasonIssues(3, { code: "pin", passed: [] }, forbidden("p3"))).toEqual(wrong(3));
  });
  test("no-fit is for those who fit nowhere, and for all of them", () => {
    expect(reasonIssues(1, { code: "no-fit", blocked: [] })).toEqual(wrong(1));
    expect(reasonIssues(4, { code: "not-established" })).not.toEqual([]);
  });
  test("every ground comes with its article, and with who was selected by what", () => {
    expect(reasonIssues(3, { ...size, article: "23 §3" })).toEqual(["/outcomes/3/reason/article"]);
    expect(reasonIssues(3, { code: "size", article: "13" })).toEqual(["/outcomes/3/reason/selection"]);
    expect(reasonIssues(3, { ...size, price: { tier: "placed", by: 1 } })).toEqual(["/outcomes/3/reason/price"]);
  });
  test("the draw is worked out anew", () => {
    const draw = createHash("sha256").update(`${WORKED_RESULT.certificate.seed}\nc4`).digest("hex");
    expect(reasonIssues(3, { ...size, selection: "lottery", draw })).toEqual([]);
    expect(reasonIssues(3, { ...size, selection: "lottery", draw: draw.replace(/./, "x") })).toEqual(["/outcomes/3/reason/draw"]);
    expect(reasonIssues(3, { ...size, draw })).toEqual(["/outcomes/3/reason/draw"]);
  });
  test("a tier named as ground must be one of the policy, and broken by every free possibility, not by less", () => {
    const priced = (tier: string, by: number): Reason => ({
      code: "delay",
      article: "23 §3",
      selection: "only",
      price: { tier, by },
    });
    expect(reasonIssues(3, priced("delay", 1))).toEqual([]); // p1 is full: nothing speaks against it
    expect(reasonIssues(3, priced("changes", 1))).toEqual(["/outcomes/3/reason/price"]);
    expect(reasonIssues(3, priced("delay", 0))).toEqual(["/outcomes/3/reason/price"]);
    const roomy = { ...WORKED_ROUND, promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 })) };
    const ofPlaces: Reason = { ...places, price: { tier: "placed", by: 1 } };
    expect(reasonIssues(3, ofPlaces)).toEqual([]);
    expect(reasonIssues(3, ofPlaces, roomy)).not.toEqual([]); // nobody less would be placed
  });
  test("Art. 23 §3 needs the candidate who takes the seat, and a promotion further from its bands without them", () => {
    const claim = (seat?: SeatTaken, over: Partial<Ground> = {}): Reason => ({
      code: "representativeness",
      article: "23 §3",
      price: { tier: "worst-promotion", by: 1 },
      selection: "only",
      ...(seat === undefined ? {} : { seat }),
      ...over,
    });
    // c1 (F) and c3 (M) are in p1. With c4 (F) instead of c3 there are two women, one more than the band allows, and a man missing.
    const seat = { promotion: "p1", candidate: "c3", with: 0, instead: 2 };
    expect(reasonIssues(3, claim(seat))).toEqual([]);
    expect(reasonIssues(3, claim())).toEqual(["/outcomes/3/reason/seat"]);
    expect(reasonIssues(3, claim({ ...seat, candidate: "c1" }))).not.toEqual([]); // she is as they are
    expect(reasonIssues(3, claim({ ...seat, promotion: "p2" }))).toEqual(["/outcomes/3/reason/seat"]);
    expect(reasonIssues(3, claim({ ...seat, with: 1 }))).toEqual(["/outcomes/3/reason/seat/with"]);
    expect(reasonIssues(3, claim(seat, { price: { tier: "worst-promotion", by: 1, atMost: 2 } }))).toEqual(wrong(3));
    expect(reasonIssues(1, claim(seat))).toContain("/outcomes/1/reason/code"); // never of who is not placed
  });
  test("every date between the nearest and the one given is listed", () => {
    const promotions = [
      ...WORKED_ROUND.promotions,
      ...WORKED_ROUND.promotions
        .filter(({ id }) => id === "p1")
        .map((each) => ({ ...each, id: "p1b", start: day("2026-11-02"), maxSize: 0, minSize: 0 })),
    ];
    const given = { ...WORKED_ROUND, promotions };
    expect(reasonIssues(3, { ...size, passed: [] }, given)).toEqual(["/outcomes/3/reason/passed"]);
    expect(reasonIssues(3, { ...size, passed: [{ date: "2026-11-02", code: "size", ...WANT }] }, given)).toEqual([]);
  });
  test("without a promotion nothing blocks and nothing fits", () => {
    const empty = { ...WORKED_ROUND, promotions: [], candidates: [candidate("c1")], pins: [] };
    const outcomes: Outcome[] = [
      {
        candidate: "c1",
        outcome: "reserve",
        reason: { code: "no-fit", blocked: [{ missions: ["m1"], blocks: [] }] },
        offer: "priority-reserve-list",
        lastChance: false,
      },
    ];
    const violations = verifyResult(empty, { ...WORKED_RESULT, outcomes }).map((violation) =>
      violation.kind === "figure" ? violation.path : "",
    );
    expect(violations.filter((path) => path.startsWith("/outcomes"))).toEqual([]);
  });
  test("the draw alone keeps nobody waiting", () => {
    const roomy = { ...WORKED_ROUND, promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 })) };
    expect(reasonIssues(3, { code: "lottery" }, roomy)).not.toEqual([]);
  });
});
