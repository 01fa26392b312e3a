import { beforeAll, describe, expect, test } from "vitest";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { compareResults } from "../../engine/simulate/comparison/compare-results.ts";
import type { Solved } from "../../engine/simulate/comparison/solved.ts";
import { applyPatches } from "../../engine/simulate/scenario/apply-patches.ts";
import { shipped, solved } from "../engine/run-place.ts";

const tiny = shipped("tiny");

async function solve(round: RoundJson): Promise<Solved> {
  return { round, result: await solved(round) };
}
async function whatIf(...patches: readonly object[]): Promise<Solved> {
  const scenario = applyPatches(tiny, patches, "what-if");
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.issues));
  return solve(scenario.round);
}

let base: Solved;
beforeAll(async () => {
  base = await solve(tiny);
}, 60_000);

const causesOf = (base: Solved, other: Solved, candidate: string) =>
  compareResults(base, other)
    .moved.find((move) => move.candidate === candidate)
    ?.because.map(({ code }) => code);

describe("two runs side by side", () => {
  test("a run against itself differs in nothing", () => {
    const { rounds, tiers, indicators, moved } = compareResults(base, structuredClone(base));
    expect(moved).toEqual([]);
    expect(new Set(tiers.map(({ verdict }) => verdict))).toEqual(new Set(["equal"]));
    expect(indicators.every(({ difference }) => difference === 0)).toBe(true);
    expect([rounds.policy, rounds.pins, rounds.missions.changed, rounds.seed]).toEqual([[], [], [], false]);
  });

  test("one more place at m4 places one more person, and says what changed", async () => {
    const other = await whatIf(
      { kind: "mission-places", mission: "m4", places: 2 },
      { kind: "promotion-size", promotion: "p1", maxSize: 4 },
    );
    const { rounds, tiers, indicators, moved } = compareResults(base, other);
    expect(rounds.missions.changed).toEqual([{ id: "m4", fields: ["places"] }]);
    expect(rounds.promotions.changed).toEqual([{ id: "p1", fields: ["maxSize"] }]);
    expect(tiers.find(({ objectives }) => objectives.includes("placed"))).toMatchObject({ verdict: "better", difference: 1 });
    expect(indicators.find(({ name }) => name === "reserve")).toEqual({ name: "reserve", base: 1, other: 0, difference: -1 });
    const gains = moved.filter(({ from, to }) => from?.outcome === "reserve" && to?.promotion !== null);
    expect(gains.length).toBe(1);
    expect(gains[0]?.direction).toBe("gains");
    for (const move of moved) expect(move.because.length).toBeGreaterThan(0);
  });

  test("turned around, better is worse and gains are losses", async () => {
    const other = await whatIf({ kind: "mission-places", mission: "m3", places: 0 });
    const [there, back] = [compareResults(base, other), compareResults(other, base)];
    const turned = { better: "worse", worse: "better", equal: "equal", "not-comparable": "not-comparable" };
    expect(back.tiers.map(({ verdict }) => verdict)).toEqual(there.tiers.map(({ verdict }) => turned[verdict]));
    const opposite = { gains: "loses", loses: "gains", mixed: "mixed", neither: "neither" };
    expect(back.moved.map((one) => [one.candidate, one.direction])).toEqual(
      there.moved.map((one) => [one.candidate, opposite[one.direction]]),
    );
    expect(there.moved.map(({ from, to }) => [to, from])).toEqual(back.moved.map(({ from, to }) => [from, to]));
  });

  test("figures measured against other targets are not compared", async () => {
    const regionalBalance = { targets: { WAL: 0.4, BRU: 0.6 }, tolerance: 0.1, mode: "soft" };
    const { rounds, tiers } = compareResults(base, await whatIf({ kind: "policy-changed", set: { regionalBalance } }));
    expect(rounds.policy).toEqual(["regionalBalance"]);
    const verdicts = Object.fromEntries(tiers.map(({ objectives, verdict }) => [objectives.join("+"), verdict]));
    expect(verdicts["regional-balance"]).toBe("not-comparable");
    expect(verdicts.placed).toBe("equal");
  });
});

describe("why somebody moved", () => {
  test("who withdrew has left, and who came has joined", async () => {
    const without = await whatIf({ kind: "candidate-withdrawn", candidate: "c6" });
    expect(causesOf(base, without, "c6")?.[0]).toBe("left");
    expect(causesOf(without, base, "c6")?.[0]).toBe("joined");
  });

  test("a decision, own data and a mission that is gone are named", async () => {
    const pinned = await whatIf({ kind: "pinned", pin: { candidate: "c4", outcome: "reserve" } });
    expect(causesOf(base, pinned, "c4")).toContain("pin");
    const lost = base.result.missions.find(({ used }) => used > 0)?.id ?? "";
    const closed = await whatIf({ kind: "mission-withdrawn", mission: lost });
    const there = base.result.outcomes.filter((one) => "missions" in one && one.missions.includes(lost));
    for (const { candidate } of there) expect(causesOf(base, closed, candidate)).toContain("mission");
    const waits = base.result.outcomes.find(({ outcome }) => outcome === "reserve")?.candidate ?? "";
    const elsewhere = await whatIf({
      kind: "candidate-changed",
      candidate: waits,
      set: { choices: ["m3"], reserveSince: "2026-01-01" },
    });
    expect(causesOf(base, elsewhere, waits)).toContain("own-data");
  });

  test("whoever has what was left is named", async () => {
    const pinned = await whatIf({ kind: "pinned", pin: { candidate: "c4", outcome: "reserve" } });
    const { moved } = compareResults(base, pinned);
    const taken = moved.find(({ candidate }) => candidate === "c4")?.because.find(({ code }) => code === "place-taken");
    expect(taken).toBeDefined();
    if (taken?.code !== "place-taken") return;
    const now = pinned.result.outcomes.filter((one) => "missions" in one && one.missions.includes(taken.mission));
    expect(now.map(({ candidate }) => candidate)).toEqual(expect.arrayContaining([...taken.by]));
  });
});
