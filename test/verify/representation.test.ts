import { describe, expect, test } from "vitest";
import type { Policy } from "../../engine/domain/policy.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { representationFigures } from "../../engine/verify/figures/representation.ts";
import { at, candidate, member, mission, promotion, round } from "./round-builder.ts";

/** Women first; the first `women` and `men` of each are placed in p1. */
function figures(
  applying: Readonly<Record<string, number>>,
  serving: Readonly<Record<string, number>>,
  targets: Readonly<Record<string, number>> = { F: 0.5, M: 0.5 },
  over: Parameters<typeof round>[0] = {},
) {
  const representativeness: Policy["representativeness"] = [{ dimension: "sex", targets, tolerance: 0.1, mode: "soft" }];
  const people = Object.entries(applying).flatMap(([sex, count]) =>
    Array.from({ length: count }, (_, index) => candidate(`${sex}${index}`, ["m1"], { attributes: { sex } })),
  );
  const placements = Object.entries(serving).flatMap(([sex, count]) =>
    Array.from({ length: count }, (_, index) => at(`${sex}${index}`, "p1", "m1")),
  );
  const given = round({ missions: [mission("m1", { places: 99 })], candidates: people, ...over }, { representativeness });
  const [first] = representationFigures(openCasefile(given, placements));
  if (first === undefined) throw new Error("no figure");
  return first;
}

describe("representation (Art. 23 §3) before and after", () => {
  test("thirty women and ten men apply for halves; twelve and eight serve", () => {
    const { applicants, served, before, after, selection } = figures({ F: 30, M: 10 }, { F: 12, M: 8 });
    expect([applicants, served]).toEqual([
      { F: 30, M: 10 },
      { F: 12, M: 8 },
    ]);
    expect(before).toEqual({ totalVariation: 0.25, chiSquared: { statistic: 10, degrees: 1, differs: true } }); // 2 x 10^2 / 20
    expect(after.totalVariation).toBeCloseTo(0.1, 12);
    expect(after.chiSquared).toEqual({ statistic: 0.8, degrees: 1, differs: false }); // 2 x 2^2 / 10
    expect(selection.totalVariation).toBeCloseTo(0.15, 12);
    expect(selection.chiSquared).toEqual({ statistic: 9 / 15 + 9 / 5, degrees: 1, differs: false });
  });
  test("an expected count below five makes no test", () => {
    expect(figures({ F: 10, M: 10 }, { F: 5, M: 5 }).after.chiSquared).toEqual({ statistic: 0, degrees: 1, differs: false });
    expect(figures({ F: 10, M: 10 }, { F: 5, M: 4 }).after.chiSquared).toBeNull();
  });
  test("the test is at 5 %: with one degree of freedom beyond 3.84", () => {
    expect(figures({ F: 20, M: 20 }, { F: 14, M: 6 }).after.chiSquared).toEqual({ statistic: 3.2, degrees: 1, differs: false });
    expect(figures({ F: 20, M: 20 }, { F: 15, M: 5 }).after.chiSquared).toEqual({ statistic: 5, degrees: 1, differs: true });
  });
  test("with nobody there is no distance", () => {
    const none = { totalVariation: null, chiSquared: null };
    expect(figures({ F: 3, M: 3 }, {})).toMatchObject({ served: { F: 0, M: 0 }, after: none, selection: none });
    expect(figures({}, {})).toMatchObject({ applicants: { F: 0, M: 0 }, before: none });
  });
  test("a category without a target is counted, and no part of the distance to the targets", () => {
    const { applicants, before, selection } = figures({ F: 10, M: 10, X: 20 }, { F: 5, M: 5, X: 10 });
    expect(applicants).toEqual({ F: 10, M: 10, X: 20 });
    expect(before).toEqual({ totalVariation: 0, chiSquared: { statistic: 0, degrees: 1, differs: false } });
    expect(selection).toEqual({ totalVariation: 0, chiSquared: { statistic: 0, degrees: 2, differs: false } });
  });
  test("a target nobody meets is a zero, and no part of the selection", () => {
    const { applicants, before, selection } = figures({ F: 20 }, { F: 10 }, { F: 0.5, M: 0.5 });
    expect(applicants).toEqual({ F: 20, M: 0 });
    expect(before.totalVariation).toBe(0.5);
    expect(selection).toEqual({ totalVariation: 0, chiSquared: null }); // one category is no test
  });
  test("a category nobody applied from takes no degree of freedom from the selection", () => {
    const { selection } = figures({ F: 10, M: 10 }, { F: 8, M: 8 }, { F: 0.4, M: 0.4, X: 0.2 });
    expect(selection).toEqual({ totalVariation: 0, chiSquared: { statistic: 0, degrees: 1, differs: false } });
  });
  test("members are not counted, those who may not serve are not applicants", () => {
    const him = candidate("M0", ["m1"], { attributes: { sex: "M" }, served: true });
    const her = candidate("F0", ["m1"], { attributes: { sex: "F" } });
    const promotions = [promotion("p1", "2026-10-01", { members: [member("x", { attributes: { sex: "M" } })] })];
    const { applicants, served } = figures({}, { F: 1 }, undefined, { candidates: [her, him], promotions });
    expect([applicants, served]).toEqual([
      { F: 1, M: 0 },
      { F: 1, M: 0 },
    ]);
  });
  test("dimensions with quotas have no target shares and are left out", () => {
    const representativeness: Policy["representativeness"] = [
      { dimension: "education", quotas: { low: { min: 0, max: 3 } }, mode: "soft" },
      { dimension: "sex", targets: { F: 1 }, tolerance: 0, mode: "soft" },
    ];
    const figured = representationFigures(openCasefile(round({}, { representativeness }), []));
    expect(figured.map(({ dimension }) => dimension)).toEqual(["sex"]);
    expect(representationFigures(openCasefile(round(), []))).toEqual([]);
  });
});
