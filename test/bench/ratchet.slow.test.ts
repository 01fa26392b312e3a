import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BenchCase } from "../../bench/cases/bench-case.ts";
import { judgeRatchet, tightened } from "../../bench/ratchet/judge-ratchet.ts";
import { measureRatchet } from "../../bench/ratchet/measure-ratchet.ts";
import { RATCHET_CASES } from "../../bench/ratchet/ratchet-case.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";

const small: BenchCase = { size: 20, seed: 3, seats: 1, ground: "composition", wishes: "late", targets: "unmet" };

/** Answers as HiGHS does, but asks it everything `times` times once plain HiGHS has had its turn: those who never give a start. */
function slowed(solver: Solver, times: number): Solver {
  return {
    ...solver,
    solve: async (model, request) => {
      let result = await solver.solve(model, request);
      const isOurs = request.start !== undefined || request.maxSteps !== undefined;
      for (let i = 1; isOurs && i < times; i++) {
        const again = await solver.solve(model, request);
        result = { ...result, steps: result.steps + again.steps };
      }
      return result;
    },
  };
}

describe("the ratchet", () => {
  it("lets pass what it was set by, and fails the same case when its solves take four times the work", async () => {
    const solver = await loadHighs();
    const before = await measureRatchet(small, solver);
    const caps = { small: tightened("small", before, {}, false) };
    const again = await measureRatchet(small, solver);
    expect(again.steps).toBe(before.steps);
    expect(judgeRatchet("small", { ...before, steps: again.steps }, caps)).toEqual([]);
    const slow = await measureRatchet(small, slowed(solver, 4));
    expect(slow.steps).toBe(4 * before.steps);
    expect(judgeRatchet("small", slow, caps).join()).toContain("LP iterations");
    expect(judgeRatchet("small", { ratio: 1.6 * before.ratio, steps: before.steps }, caps).join()).toContain("processor time");
  });

  it("only gets tighter, unless it is loosened on purpose", () => {
    const caps = { one: { ratio: 2, steps: 1000 } };
    expect(tightened("one", { ratio: 1, steps: 2000 }, caps, false)).toEqual({ ratio: 1.5, steps: 1000 });
    expect(tightened("one", { ratio: 1, steps: 2000 }, caps, true)).toEqual({ ratio: 1.5, steps: 2200 });
  });

  it("has a cap for each of its cases, and fails a case without one", () => {
    const caps = JSON.parse(readFileSync(new URL("../../bench/ratchet/caps.json", import.meta.url), "utf8"));
    expect(Object.keys(caps).toSorted()).toEqual(RATCHET_CASES.map(({ name }) => name).toSorted());
    expect(judgeRatchet("unknown", { ratio: 0, steps: 0 }, caps)).toEqual(["unknown: no cap"]);
  });
});
