import { describe, expect, test } from "vitest";
import type { Reason } from "../../engine/domain/reason.ts";
import type { Outcome } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { candidate, pin } from "./round-builder.ts";
import { WORKED_RESULT, WORKED_ROUND } from "./worked-result.ts";

/** Violations of the reason of one candidate. */
function reasonIssues(index: number, reason: Reason | null, given: Round = WORKED_ROUND): string[] {
  const outcomes = WORKED_RESULT.outcomes.map((outcome, at) => (at === index ? ({ ...outcome, reason } as Outcome) : outcome));
  return verifyResult(given, { ...WORKED_RESULT, outcomes })
    .map((violation) => (violation.kind === "figure" ? violation.path : violation.rule))
    .filter((path) => path.startsWith(`/outcomes/${index}/reason`));
}

describe("reasons", () => {
  const wrong = (index: number) => [`/outcomes/${index}/reason/code`];
  test("not-established claims nothing", () => {
    expect(reasonIssues(1, { code: "not-established" })).toEqual([]);
    expect(reasonIssues(3, { code: "not-established" })).toEqual([]);
  });
  test("whoever waits is told a reason, whoever is placed none", () => {
    expect(reasonIssues(3, null)).toEqual(wrong(3));
    expect(reasonIssues(1, null)).toEqual(wrong(1));
    expect(reasonIssues(0, { code: "places" })).not.toEqual([]);
  });
  test("places and size are not each other", () => {
    expect(reasonIssues(1, { code: "size" })).toEqual(wrong(1)); // m1 is full where seats are free in p2
    expect(reasonIssues(3, { code: "places" })).toEqual(wrong(3)); // m2 has free places, p1 no seat
  });
  test("a free seat and a free place refute both", () => {
    const roomy = { ...WORKED_ROUND, promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 })) };
    expect(reasonIssues(3, { code: "size" }, roomy)).toEqual(wrong(3));
    const small = { ...WORKED_ROUND, promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, minSize: 1 })) };
    expect(reasonIssues(1, { code: "places" }, small)).toEqual(wrong(1)); // p3 starts after m1 is free again
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
    expect(reasonIssues(1, { code: "places" }, { ...WORKED_ROUND, promotions })).toEqual(wrong(1));
  });
  test("a deferred candidate's own place is no obstacle to them", () => {
    const missions = WORKED_ROUND.missions.map((each) => (each.id === "m2" ? { ...each, places: 2 } : each));
    const promotions = WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9 }));
    expect(reasonIssues(3, { code: "places" }, { ...WORKED_ROUND, missions, promotions })).toEqual(wrong(3));
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
    expect(reasonIssues(3, { code: "pin" }, forbidden("p1"))).toEqual([]);
    expect(reasonIssues(3, { code: "pin" }, forbidden("p3"))).toEqual(wrong(3));
  });
  test("no-fit is for those who fit nowhere, and for all of them", () => {
    expect(reasonIssues(1, { code: "no-fit", blocked: [] })).toEqual(wrong(1));
    expect(reasonIssues(4, { code: "not-established" })).not.toEqual([]);
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
  test("a quota is the reason where every free possibility breaks a hard quota", () => {
    const hard = (max: number): Round => ({
      ...WORKED_ROUND,
      promotions: WORKED_ROUND.promotions.map((each) => ({ ...each, maxSize: 9, members: [] })),
      policy: {
        ...WORKED_ROUND.policy,
        representativeness: [{ dimension: "sex", quotas: { F: { min: 0, max } }, mode: "hard" }],
      },
    });
    expect(reasonIssues(3, { code: "quota" }, hard(1))).toEqual([]);
    expect(reasonIssues(3, { code: "quota" }, hard(2))).toEqual(wrong(3));
    expect(reasonIssues(3, { code: "lottery" }, hard(1))).toEqual(wrong(3));
  });
});
