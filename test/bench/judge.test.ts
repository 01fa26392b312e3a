import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judge } from "../../bench/campaign/judge.ts";
import { runOne } from "../../bench/campaign/run-one.ts";
import { lastSign, leaveSign } from "../../bench/campaign/sign-of-life.ts";
import { compareValues } from "../../bench/campaign/tier-values.ts";
import type { Answer, StageClaim } from "../../bench/contenders/contender.ts";
import { shipped } from "../engine/run-place.ts";
import { roundOf } from "../input/round-of.ts";

const tiny = shipped("tiny");
const round = roundOf({ ...tiny, policy: { ...tiny.policy, deferralGround: "composition" } });
const placedTier = round.policy.tiers.findIndex(({ objectives }) => objectives.includes("placed"));
const lawful = [
  { candidate: "c4", promotion: "p1", missions: ["m4"] },
  { candidate: "c5", promotion: "p1", missions: ["m2"] },
];
const placed = (found: number, bound: number): StageClaim => ({
  tier: placedTier + 1,
  entry: 1,
  objectives: ["placed"],
  sense: "maximise",
  found,
  bound,
  seconds: 0,
});
const answer: Answer = { end: "limit", placements: [], stages: [], moments: [], solver: null, remark: "" };

describe("the judge of the bench", () => {
  it("has nothing to say against lawful placements and true claims", () => {
    expect(judge(round, lawful, [placed(2, 5)]).complaints).toEqual([]);
  });

  it("names the rule that an answer breaks", () => {
    const elsewhere = lawful.map((placement) => ({ ...placement, missions: ["m1"] }));
    expect(judge(round, elsewhere, []).complaints[0]).toMatch(/^[a-z-]+: .*"candidate":"c[45]"/);
  });

  it("refutes a value that the placements do not have, and a bound that they beat", () => {
    expect(judge(round, lawful, [placed(3, 5)]).complaints).toEqual(["placed: claimed 3, is 2"]);
    expect(judge(round, lawful, [placed(1, 1)]).complaints).toEqual(["placed: claimed bound 1, is 2"]);
  });

  it("prefers the answer that is better at the first tier that differs", () => {
    const [some, none] = [judge(round, lawful, []).values, judge(round, [], []).values];
    expect(compareValues(round, some, none)).toBeLessThan(0);
    expect(compareValues(round, none, some)).toBeGreaterThan(0);
    expect(compareValues(round, some, some)).toBe(0);
  });
});

const small = { size: 20, seed: 1, seats: 1, ground: "composition", wishes: "late", targets: "unmet" } as const;

describe("a contender's process", () => {
  it("leaves its answer, time and memory, and is judged", async () => {
    const record = await runOne({ contender: "greedy-first-come", case: small, limit: 10 });
    expect(record).toMatchObject({ end: "complete", lawful: true, complaints: [] });
    expect(record.seconds).toBeGreaterThan(0);
    expect(record.peakMemory).toBeGreaterThan(2 ** 24);
  });

  it("that ended in the middle of a line is known by the line before", () => {
    const folder = mkdtempSync(join(tmpdir(), "signs-"));
    const file = join(folder, "signs.jsonl");
    expect(lastSign(file)).toBeNull();
    leaveSign(file, { final: false, seconds: 1, cpuSeconds: 1, peakMemory: 1, answer });
    appendFileSync(file, '{"final":true,"sec');
    expect(lastSign(file)).toMatchObject({ final: false, seconds: 1 });
    rmSync(folder, { recursive: true });
  });
});
