import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Result } from "../../engine/domain/result.ts";
import { measureObjective } from "../../engine/verify/measure-tiers.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { at, candidate, day, GENT, mission, promotion, round } from "./round-builder.ts";
import { WORKED_RESULT, WORKED_ROUND } from "./worked-result.ts";

const draw = (seed: string, id: string) => createHash("sha256").update(`${seed}\n${id}`).digest("hex");

describe("lottery (operational)", () => {
  const one = round({ candidates: [candidate("c1", ["m1", "m2"])], missions: [mission("m1"), mission("m2", { places: 0 })] });
  test("alone, the misfortune of two choices on two dates runs from the first choice on the first to no place at all", () => {
    const value = (...placements: Parameters<typeof measureObjective>[1]) => measureObjective(one, placements, "lottery");
    expect([value(at("c1", "p1", "m1")), value(at("c1", "p1", "m2"))]).toEqual([0, 1]);
    expect([value(at("c1", "p2", "m1")), value(at("c1", "p2", "m2")), value()]).toEqual([2, 3, 4]);
  });
  test("dates are those on which some choice fits, two promotions on one date being one", () => {
    const zone = { municipalities: [], provinces: [], regions: ["VLG"], languageAreas: [] };
    const promotions = [
      promotion("p0", "2026-10-01", { zone }),
      promotion("p1", "2026-11-01"),
      promotion("p2", "2026-11-01"),
      promotion("p3", "2026-12-01"),
    ];
    const given = { ...one, promotions };
    expect(measureObjective(given, [at("c1", "p2", "m1")], "lottery")).toBe(0);
    expect(measureObjective(given, [at("c1", "p3", "m1")], "lottery")).toBe(2);
    expect(measureObjective(given, [], "lottery")).toBe(4);
  });
  test("who drew lowest weighs most: of two alike, one place, the first drawn is the lesser sum", () => {
    const given = round({ candidates: [candidate("c1"), candidate("c2")] });
    const [first, second] = ["c1", "c2"].sort((a, b) => (draw("r/1", a) < draw("r/1", b) ? -1 : 1)) as [string, string];
    expect(measureObjective(given, [at(first, "p1", "m1")], "lottery")).toBe(1 * 2); // the second, weight 1, has 1 choice, 2 dates
    expect(measureObjective(given, [at(second, "p1", "m1")], "lottery")).toBe(2 * 2);
  });
  test("who has reserve priority is drawn before everybody else", () => {
    const waiting = [{ reserveSince: day("2026-01-01") }, { deferrals: 1 }];
    for (const [index, priority] of Array.from({ length: 10 }, (_, index) => [index, waiting[index % 2]] as const)) {
      const given = round({ candidates: [candidate("c1"), candidate("c2", ["m1"], priority)], seed: `s/${index}` });
      expect(measureObjective(given, [at("c2", "p1", "m1")], "lottery")).toBe(1 * 2);
      expect(measureObjective(given, [at("c1", "p1", "m1")], "lottery")).toBe(2 * 2);
    }
  });
  test("the seed decides, and nothing else", () => {
    const sums = Array.from({ length: 20 }, (_, index) => {
      const given = round({ candidates: [candidate("c1"), candidate("c2")], seed: `s/${index}` });
      return measureObjective(given, [at("c1", "p1", "m1")], "lottery");
    });
    expect(new Set(sums)).toEqual(new Set([2, 4]));
  });
  test("who may not serve or fits nowhere takes no part in the draw", () => {
    const given = round({
      candidates: [
        candidate("c1"),
        candidate("c2", ["m1"], { served: true }),
        candidate("c3", ["m1"], { available: { from: day("2030-01-01"), until: day("2030-02-01") } }),
        candidate("c4", []),
      ],
    });
    expect(measureObjective(given, [], "lottery")).toBe(2);
  });
  test("a choice outside every zone still counts in the number of choices", () => {
    const zone = { municipalities: [], provinces: [], regions: ["WAL"], languageAreas: [] };
    const given = round({
      missions: [mission("m1"), mission("m2", { place: GENT, languages: [] })],
      promotions: [promotion("p1", "2026-10-01", { zone }), promotion("p2", "2026-12-01", { zone })],
      candidates: [candidate("c1", ["m2", "m1"])],
    });
    expect(measureObjective(given, [at("c1", "p1", "m1")], "lottery")).toBe(1);
    expect(measureObjective(given, [], "lottery")).toBe(4);
  });
});

describe("the lottery in a result", () => {
  const last = WORKED_RESULT.tiers.length - 1;
  const paths = (change: Partial<Result>) =>
    verifyResult(WORKED_ROUND, { ...WORKED_RESULT, ...change })
      .map((violation) => "path" in violation && violation.path)
      // How many figures there are changes with the locks put in.
      .filter((path) => path !== "/certificate/measured/G12/checked" && path !== "/certificate/measured/G12/of");
  const lotteryTier = (over: Partial<Result["tiers"][number]>) => ({
    tiers: WORKED_RESULT.tiers.map((tier, index) => (index === last ? { ...tier, ...over } : tier)),
  });
  test("has no bound and no gap, and is no more proven than the tiers before it", () => {
    expect(paths(lotteryTier({ bound: 22, gap: 0 }))).toEqual(
      expect.arrayContaining([`/tiers/${last}/bound`, `/tiers/${last}/gap`]),
    );
    expect(paths(lotteryTier({ quality: "proven-optimal" }))).toContain(`/tiers/${last}/quality`);
  });
  test("is redone with the seed of the certificate: another one gives another sum", () => {
    const certificate = { ...WORKED_RESULT.certificate, seed: "r/1x" };
    const other = measureObjective(
      { ...WORKED_ROUND, seed: "r/1x" },
      [at("c1", "p1", "m1"), at("c3", "p1", "m2"), at("c4", "p2", "m2")],
      "lottery",
    );
    expect(other).not.toBe(22);
    expect(paths({ certificate })).toContain(`/tiers/${last}/value`);
    expect(paths({ certificate, ...lotteryTier({ value: other }) })).toEqual([]);
  });
  test("locks its value without allowance", () => {
    const before = [
      ...WORKED_RESULT.locks,
      { objectives: ["wishes"], found: [0, 1], allowance: [0, 0], limit: [0, 1] },
      { objectives: ["cross-language"], found: 1, allowance: 0, limit: 1 },
    ] as const;
    const locked = (found: number, allowance: number) => ({
      locks: [...before, { objectives: ["lottery" as const], found, allowance, limit: found + allowance }],
    });
    expect(paths(locked(22, 0))).toEqual([]);
    expect(paths(locked(23, 0))).toContain(`/locks/${last}/found`);
    expect(paths(locked(22, 1))).toContain(`/locks/${last}/allowance`);
  });
  test("leaves the quality of the run to the tiers before it", () => {
    const tiers = [{ objectives: ["placed"], weights: [1], allowance: { absolute: 0 } }] as const;
    const lot = [...tiers, { objectives: ["lottery"], weights: [1], allowance: { absolute: 0 } }] as const;
    const given = { ...WORKED_ROUND, policy: { ...WORKED_ROUND.policy, tiers: lot } };
    const proven = WORKED_RESULT.tiers
      .filter(({ objectives }) => objectives[0] === "placed" || objectives[0] === "lottery")
      .map((tier) => ({ ...tier, quality: "proven-optimal" as const }));
    const locks = WORKED_RESULT.locks.filter(({ objectives }) => objectives[0] === "placed");
    const run = (over: Partial<Result>) =>
      verifyResult(given, { ...WORKED_RESULT, tiers: proven, locks, ...over })
        .map((violation) => ("path" in violation ? violation.path : ""))
        .filter((path) => /^\/(tiers|locks|quality|stoppedBy)/.test(path));
    expect(run({ quality: "proven-optimal", stoppedBy: "proof" })).toEqual([]);
    expect(run({ quality: "feasible", stoppedBy: "steps" })).toEqual(["/quality", "/stoppedBy"]);
  });
});
