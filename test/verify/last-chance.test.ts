import { describe, expect, test } from "vitest";
import type { Policy } from "../../engine/domain/policy.ts";
import type { Outcome } from "../../engine/domain/result.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { isLastChance } from "../../engine/verify/last-chance.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { candidate, day, promotion, round } from "./round-builder.ts";
import { WORKED_RESULT, WORKED_ROUND } from "./worked-result.ts";

/** The last promotion starts on 1 December 2026, unless another date is given. */
function lastChance(birthDate: string | null, over: Parameters<typeof round>[0] = {}, policy: Partial<Policy> = {}): boolean {
  const who = candidate("c1", ["m1"], { birthDate: birthDate === null ? null : day(birthDate) });
  return isLastChance(who, openCasefile(round({ candidates: [who], ...over }, policy), []));
}

describe("last chance (Art. 10, 1°)", () => {
  test("the 26th birthday is the day after the last start, or earlier", () => {
    expect(lastChance("2000-12-02")).toBe(true);
    expect(lastChance("2000-12-03")).toBe(false);
    expect(lastChance("2006-03-14")).toBe(false);
  });
  test("the narrow reading counts to the 25th", () => {
    const narrow = { ageLimit: "until-25th-birthday" } as const;
    expect([lastChance("2001-12-02", {}, narrow), lastChance("2001-12-03", {}, narrow)]).toEqual([true, false]);
    expect(lastChance("2001-12-02")).toBe(false);
  });
  test("born on 29 February: 26 on 1 March of a common year", () => {
    const start = (iso: string) => ({ promotions: [promotion("p1", iso)] });
    expect(lastChance("2000-02-29", start("2026-02-28"))).toBe(true);
    expect(lastChance("2000-02-29", start("2026-02-27"))).toBe(false);
  });
  test("no promotion, no birth date, no age rule: nobody can say so", () => {
    expect(lastChance("1990-01-01", { promotions: [] })).toBe(false);
    expect(lastChance(null)).toBe(false);
    expect(lastChance("1990-01-01", { profile: "ranked-choices" })).toBe(false);
  });
  test("who waits is told, and who is placed is told nothing", () => {
    const issues = (index: number, over: object) =>
      verifyResult(WORKED_ROUND, {
        ...WORKED_RESULT,
        outcomes: WORKED_RESULT.outcomes.map((each, at) => (at === index ? ({ ...each, ...over } as Outcome) : each)),
      }).map((violation) => "path" in violation && violation.path);
    expect(issues(0, { lastChance: false })).toContain("/outcomes/0/lastChance");
    expect(issues(3, { lastChance: undefined })).toContain("/outcomes/3/lastChance");
    expect(issues(1, { lastChance: true })).toContain("/outcomes/1/lastChance");
    expect(issues(1, { offer: undefined })).toContain("/outcomes/1/offer");
  });
});
