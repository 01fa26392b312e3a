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

/** The first seed of each group of programs. */
const groups = (count: number) => Array.from({ length: count }, (_, i) => 25 * i);

test.each(groups(4))(
  "all back ends and trying everything agree on 25 tiny programs from seed %i on",
  { timeout: 120_000 },
  async (from) => {
    for (let seed = from; seed < from + 25; seed++) {
      const model = placementProgram(seed, 4);
      const { verdict, optimum, answers } = await agreementOf(model, small, 10);
      expect(verdict, `seed ${seed}: ${answers.join("; ")}`).toBe("agree");
      if (!model.integrality.includes(0)) expect(optimum, `seed ${seed}`).toBe(tryEverything(model));
    }
  },
);

test.each(groups(8))(
  "HiGHS with and without presolve and GLPK agree on 25 programs from seed %i on",
  { timeout: 120_000 },
  async (from) => {
    for (let seed = from; seed < from + 25; seed++) {
      const { verdict, answers } = await agreementOf(placementProgram(seed, 8), large, 10);
      expect(verdict, `seed ${seed}: ${answers.join("; ")}`).toBe("agree");
    }
  },
);

test.each([
  { seed: 161, why: "HiGHS without presolve found a point that it had to throw away" },
  { seed: 2026, why: "a continuous column follows a whole one, a hundred times as far, when that is rounded" },
])("they agree on seed $seed, where $why", async ({ seed }) => {
  expect(await agreementOf(placementProgram(seed, 8), large, 10)).toMatchObject({ agreed: true, unfinished: [] });
});
