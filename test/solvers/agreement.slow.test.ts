import { expect, test } from "vitest";
import { checked } from "../../engine/solvers/checked.ts";
import { loadGlpk } from "../../engine/solvers/glpk.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { javascriptLpSolver } from "../../engine/solvers/javascript-lp-solver.ts";
import { agreementOf } from "./agreement-of.ts";
import { placementProgram } from "./placement-program.ts";
import { tryEverything } from "./try-everything.ts";

const large = [await loadHighs(), await loadHighs({ presolve: "off" }), await loadGlpk()].map(checked);
const small = [...large, checked(javascriptLpSolver(() => performance.now()))];

const GROUP = 25;
/** The first seed of each group of programs. */
const groups = (count: number) => Array.from({ length: count }, (_, i) => GROUP * i);

test.each(groups(4))(
  "all back ends and trying everything agree on 25 tiny programs from seed %i on",
  { timeout: 120_000 },
  async (from) => {
    for (let seed = from; seed < from + GROUP; seed++) {
      const model = placementProgram(seed, 4);
      const { agreed, unfinished, optimum, answers } = await agreementOf(model, small, 10);
      expect({ agreed, unfinished }, `seed ${seed}: ${answers.join("; ")}`).toEqual({ agreed: true, unfinished: [] });
      if (!model.integrality.includes(0)) expect(optimum, `seed ${seed}`).toBe(tryEverything(model));
    }
  },
);

test.each(groups(8))(
  "HiGHS with and without presolve and GLPK agree on 25 programs from seed %i on",
  { timeout: 120_000 },
  async (from) => {
    for (let seed = from; seed < from + GROUP; seed++) {
      const { agreed, unfinished, answers } = await agreementOf(placementProgram(seed, 8), large, 3);
      expect(agreed, `seed ${seed}: ${answers.join("; ")}`).toBe(true);
      // The elastic model that confirms an infeasible one can be too hard for GLPK.
      expect(unfinished).not.toContain("highs");
    }
  },
);

test.each([
  { seed: 161, why: "HiGHS without presolve found a point that it had to throw away" },
  { seed: 2026, why: "a continuous column follows a whole one, a hundred times as far, when that is rounded" },
])("they agree on seed $seed, where $why", async ({ seed }) => {
  expect(await agreementOf(placementProgram(seed, 8), large, 10)).toMatchObject({ agreed: true, unfinished: [] });
});
