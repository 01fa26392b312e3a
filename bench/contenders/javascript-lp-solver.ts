import { javascriptLpSolver } from "../../engine/solvers/javascript-lp-solver.ts";
import { plainTiers } from "./plain-tiers.ts";

/** javascript-lp-solver on the same tiers. */
export const javascriptLp = plainTiers("javascript-lp-solver", async () => javascriptLpSolver(() => performance.now()));
