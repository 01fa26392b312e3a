import { parseArgs } from "node:util";
import { checked } from "../engine/solvers/checked.ts";
import { loadGlpk } from "../engine/solvers/glpk.ts";
import { loadHighs } from "../engine/solvers/highs.ts";
import { javascriptLpSolver } from "../engine/solvers/javascript-lp-solver.ts";
import { agreementOf } from "../test/solvers/agreement-of.ts";
import { placementProgram } from "../test/solvers/placement-program.ts";
import { tryEverything } from "../test/solvers/try-everything.ts";

/**
 * Generated placement-shaped integer programs, asked of HiGHS with and without presolve, GLPK, and where they are tiny (every other
 * one) of javascript-lp-solver and by trying everything. Prints every disagreement as it comes, and one line of counts at the end;
 * exit 1 if there was a disagreement.
 */
const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "10" },
  },
});
const [programs, seed, seconds] = [Number(values.programs), Number(values.seed), Number(values.seconds)];
const large = [await loadHighs(), await loadHighs({ presolve: "off" }), await loadGlpk()].map(checked);
const small = [...large, checked(javascriptLpSolver(() => performance.now()))];
const counts = { agree: 0, unfinished: 0, disagree: 0, infeasible: 0, everythingTried: 0 };

for (let i = 0; i < programs; i++) {
  const tiny = i % 2 === 0;
  const model = placementProgram(seed + i, tiny ? 4 : 8);
  const { agreed, unfinished, optimum, answers } = await agreementOf(model, tiny ? small : large, seconds);
  const told = tiny && !model.integrality.includes(0) ? tryEverything(model) : undefined;
  const right = agreed && (told === undefined || told === optimum);
  counts[right ? (unfinished.length === 0 ? "agree" : "unfinished") : "disagree"] += 1;
  if (optimum === null) counts.infeasible += 1;
  if (told !== undefined) counts.everythingTried += 1;
  if (!right) console.log(`seed ${seed + i} (${tiny ? "tiny" : "small"}): ${answers.join("; ")}; everything tried: ${told}`);
}
console.log(
  `${programs} programs from seed ${seed}: ${counts.agree} agree, ${counts.unfinished} agree as far as they finished within ` +
    `${seconds} s, ${counts.disagree} disagree; ${counts.infeasible} infeasible, ${counts.everythingTried} checked by trying everything.`,
);
process.exitCode = counts.disagree === 0 ? 0 : 1;
