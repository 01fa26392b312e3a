import { describe, expect, it } from "vitest";
import { FIRST_DAY } from "../../datasets/generator/horizon.ts";
import type { Day } from "../../engine/domain/calendar.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { CandidateJson, RoundJson } from "../../engine/input/round-schema.ts";
import { type NextRound, nextRound } from "../../engine/simulate/next-round.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { solved } from "../engine/run-place.ts";
import { issuesOf, roundOf } from "../input/round-of.ts";
import { continueYear, freshRound } from "./continue-year.ts";

const ROUNDS = 6;
/** A round every two months, each with promotions over three, so that some have not started when the next one comes. */
const DAYS = 61;
const CANDIDATES = 60;

interface Step {
  readonly round: RoundJson;
  readonly result: Result;
  readonly from: Day;
  readonly next: NextRound;
}

async function year(): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let round = freshRound({ candidates: CANDIDATES, seed: 1, prefix: "r1-", from: FIRST_DAY });
  for (let number = 2; number <= ROUNDS + 1; number += 1) {
    const from = FIRST_DAY + (number - 1) * DAYS;
    const result = await solved({ ...round, limits: { steps: 3000, seconds: 200 } });
    const next = nextRound(round, result, from);
    steps.push({ round, result, from, next });
    round = continueYear(next.round, freshRound({ candidates: CANDIDATES, seed: number, prefix: `r${number}-`, from }));
  }
  return steps;
}

const membersOf = (round: RoundJson) =>
  round.promotions.flatMap(({ members }) => (members ?? []).map(({ candidate }) => candidate));
const peopleOf = (round: RoundJson) => [...round.candidates.map(({ id }) => id), ...membersOf(round)];
const byId = (candidates: readonly CandidateJson[]) => new Map(candidates.map((candidate) => [candidate.id, candidate]));

describe("a year of six rounds, each made from the one before and new applications", async () => {
  const steps = await year();

  it("has results that were verified, and placements that keep every rule with the citizens in service", () => {
    for (const { round, result } of steps) {
      expect(result.certificate.verified).toBe(true);
      const placements = result.outcomes.flatMap((outcome) =>
        "promotion" in outcome
          ? [{ candidate: outcome.candidate, promotion: outcome.promotion, missions: outcome.missions }]
          : [],
      );
      expect(placements.length).toBeGreaterThan(0);
      expect(verifyPlacements(roundOf(round), placements)).toEqual([]);
    }
  });

  it("never has more citizens than places or seats", () => {
    for (const { next } of steps) {
      const codes = issuesOf(next.round).map(({ code }) => code);
      expect(codes).not.toContain("overbooked");
      expect(codes).not.toContain("promotion-overfull");
    }
  });

  it("loses nobody: everybody is a member, a candidate, or leaves with a reason, and only one of them", () => {
    for (const { round, next } of steps) {
      const after = [...peopleOf(next.round), ...next.leaving.map(({ candidate }) => candidate)];
      expect(after.toSorted()).toEqual(peopleOf(round).toSorted());
      expect(new Set(after).size).toBe(after.length);
      for (const { reasons } of next.leaving) expect(reasons).not.toEqual([]);
    }
  });

  it("never takes priority away, and gives it to everybody who was left out or deferred", () => {
    for (const { round, result, next } of steps) {
      const before = byId(round.candidates);
      const outcomes = new Map(result.outcomes.map((outcome) => [outcome.candidate, outcome.outcome]));
      const published = new Set((round.published ?? []).map((place) => `${place.candidate} ${place.promotion}`));
      const kept = new Set((next.round.published ?? []).map((place) => `${place.candidate} ${place.promotion}`));
      for (const { id, reserveSince, deferrals } of next.round.candidates) {
        const was = before.get(id);
        if (was?.reserveSince) expect(reserveSince).toBe(was.reserveSince);
        expect(deferrals ?? 0).toBeGreaterThanOrEqual(was?.deferrals ?? 0);
        if (outcomes.get(id) === "reserve") expect(reserveSince).toBeTruthy();
        const again = [...kept].some((place) => place.startsWith(`${id} `) && published.has(place));
        if (outcomes.get(id) === "deferred" && !again) expect(deferrals).toBe((was?.deferrals ?? 0) + 1);
      }
    }
  });

  it("can keep every place that was published", () => {
    expect(steps.some(({ round }) => (round.published ?? []).length > 0)).toBe(true);
    for (const { result } of steps) {
      expect(result.tiers.find(({ objectives }) => objectives.includes("changes"))?.value).toBe(0);
    }
  });

  it("lets people serve only in promotions that were still to start", () => {
    for (const { round, result, from } of steps.slice(1)) {
      const starts = new Map(round.promotions.map(({ id, start }) => [id, start]));
      const day = new Date((from - DAYS) * 86_400_000).toISOString().slice(0, 10);
      for (const outcome of result.outcomes) {
        if ("promotion" in outcome) expect((starts.get(outcome.promotion) ?? "") > day).toBe(true);
      }
    }
  });
});
