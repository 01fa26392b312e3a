import { GLPSOL } from "./native/glpsol.ts";
import { openNativeSolver } from "./native/native-solver.ts";
import { plainTiers } from "./plain-tiers.ts";

/** Native GLPK on the same tiers, each handed over as an MPS file. */
export const glpsol = plainTiers("glpsol", async ({ childUsed }) => openNativeSolver(GLPSOL, childUsed));
