import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../bench/campaign/evidence.ts";
import type { RunRecord } from "../../bench/campaign/record.ts";
import { GOALS } from "../../bench/goals/catalogue.ts";
import { judgeGoal, VARIANTS } from "../../bench/goals/judge-goal.ts";
import { shortfall } from "../../bench/goals/shortfall.ts";
import { A_CASE, aRecord } from "./a-record.ts";

const [variant] = VARIANTS;

function verdictOf(id: string, records: readonly RunRecord[]) {
  const goal = GOALS.find((one) => one.id === id);
  if (goal === undefined) throw new Error(`no goal ${id}`);
  return judgeGoal(goal, variant, [1], evidenceOf(records));
}

const claim = (tier: number, found: number, bound: number | null, seconds: number) => {
  const [objectives, sense] = tier === 4 ? (["placed", "maximise"] as const) : (["representativeness", "minimise"] as const);
  return { tier, entry: 1, objectives: [objectives], sense, found, bound, seconds };
};

describe("a goal", () => {
  it("that nobody has measured is neither met nor missed", () => {
    expect(GOALS.map(({ id }) => verdictOf(id, []).verdict)).toEqual(GOALS.map(() => "not measured"));
  });

  it("of proof is missed by a run that did not get there, and by one that is not lawful however fast", () => {
    const small = { ...A_CASE, size: 150 };
    const leftAfter = (seconds: number) => aRecord().stages.map((stage) => ({ ...stage, seconds }));
    expect(verdictOf("proven-150", [aRecord({ case: small, seconds: 9, stages: leftAfter(5) })]).verdict).toBe("met");
    expect(verdictOf("proven-150", [aRecord({ case: small, seconds: 9, stages: leftAfter(7) })]).verdict).toBe("missed");
    expect(verdictOf("proven-150", [aRecord({ case: small, seconds: 5, end: "limit" })]).verdict).toBe("missed");
    expect(verdictOf("proven-150", [aRecord({ case: small, seconds: 5, lawful: false })]).verdict).toBe("missed");
    expect(verdictOf("near-best-10s-1000", [aRecord({ limit: 10, seconds: 14 })])).toMatchObject({
      verdict: "missed",
      shown: [{ note: "took 14 s instead of 10" }],
    });
  });

  it("of nearness looks at the worst tier, and one person per 1,000 candidates is near", () => {
    const long = aRecord({ contender: "cbc", limit: 300, stages: [claim(4, 8, 8, 1), claim(7, 18, 18, 50)] });
    const ours = (found: number) => aRecord({ limit: 10, stages: [claim(4, 8, 8, 1), claim(7, found, 10, 9)] });
    expect(verdictOf("near-best-10s-1000", [long, ours(19)])).toMatchObject({ verdict: "met", spread: { middle: 0 } });
    expect(verdictOf("near-best-10s-1000", [long, ours(27)])).toMatchObject({ verdict: "missed", spread: { middle: 50 } });
    expect(shortfall(103, 100, { sense: "minimise" }, 1000)).toBe(3);
    expect(shortfall(97, 100, { sense: "maximise" }, 1000)).toBe(3);
    expect(shortfall(2, 0, { sense: "minimise" }, 1000)).toBe(Number.POSITIVE_INFINITY);
  });

  it("of nearness takes a list as a whole: better in an entry, its later ones do not count", () => {
    const wishes = (third: number, second: number) =>
      [third, second].map((found, i) => {
        return {
          tier: 11,
          entry: i + 1,
          objectives: ["wishes"] as const,
          sense: "minimise" as const,
          found,
          bound: null,
          seconds: 9,
        };
      });
    const best = aRecord({ contender: "cbc", limit: 300, stages: [claim(7, 18, 18, 50), ...wishes(40, 60)] });
    const ours = (third: number, second: number) =>
      aRecord({ limit: 10, stages: [claim(7, 19, 10, 9), ...wishes(third, second)] });
    expect(verdictOf("near-best-10s-1000", [best, ours(30, 90)])).toMatchObject({ verdict: "met", spread: { middle: 0 } });
    expect(verdictOf("near-best-10s-1000", [best, ours(40, 90)])).toMatchObject({ verdict: "missed", spread: { middle: 50 } });
    expect(verdictOf("near-best-10s-1000", [best, ours(60, 30)])).toMatchObject({ verdict: "missed", spread: { middle: 50 } });
  });

  it("of being sooner counts a peer that never got there with all it used, by its processor time, and is not shown without the peer's run", () => {
    const ours = aRecord({ limit: 10, seconds: 10 });
    const stuck = aRecord({
      contender: "plain-highs",
      limit: 300,
      end: "limit",
      seconds: 300,
      cpuSeconds: 300,
      stages: [],
      values: [[0], [0], [3], [2]],
    });
    expect(verdictOf("sooner-than-plain-highs-1000", [ours])).toMatchObject({ verdict: "not measured" });
    expect(verdictOf("sooner-than-plain-highs-1000", [ours, stuck])).toMatchObject({ verdict: "met", spread: { middle: 30 } });
    const starved = { ...stuck, cpuSeconds: 90 };
    expect(verdictOf("sooner-than-plain-highs-1000", [ours, starved])).toMatchObject({
      verdict: "missed",
      spread: { middle: 9 },
    });
    const better = { tier: 4, entry: 1, incumbent: 9, bound: 9, seconds: 40 };
    const early = ["changes", "deferral-cap", "reserve-priority"] as const;
    const before = early.map((id, i) => ({
      tier: i + 1,
      entry: 1,
      seconds: i,
      incumbent: id === "reserve-priority" ? 3 : 0,
      bound: null,
    }));
    const sooner = { ...stuck, moments: [...before, better] };
    expect(verdictOf("sooner-than-plain-highs-1000", [ours, sooner])).toMatchObject({ verdict: "missed", spread: { middle: 4 } });
  });
});
