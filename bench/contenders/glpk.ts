import { loadGlpk } from "../../engine/solvers/glpk.ts";
import { plainTiers } from "./plain-tiers.ts";

/** GLPK in WebAssembly on the same tiers. */
export const glpk = plainTiers("glpk", loadGlpk);
