import { checked } from "../../engine/solvers/checked.ts";
import { loadGlpk } from "../../engine/solvers/glpk.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { javascriptLpSolver } from "../../engine/solvers/javascript-lp-solver.ts";
import type { Solver } from "../../engine/solvers/solver.ts";

const LOADERS: ReadonlyMap<string, () => Promise<Solver>> = new Map([
  ["highs", () => loadHighs()],
  ["glpk", loadGlpk],
  ["javascript-lp-solver", async () => javascriptLpSolver(() => performance.now())],
]);

export const SOLVER_NAMES: readonly string[] = [...LOADERS.keys()];

/** The back end of a name, behind the checks of the port; prints the usage and exits with 2 when there is none. */
export async function loadSolver(name: string, usage: string): Promise<Solver> {
  const load = LOADERS.get(name);
  if (load === undefined) {
    process.stderr.write(`there is no solver ${name}\n${usage}\n`);
    process.exit(2);
  }
  return checked(await load());
}
