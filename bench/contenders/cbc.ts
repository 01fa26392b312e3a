import { CBC } from "./native/cbc.ts";
import { openNativeSolver } from "./native/native-solver.ts";
import { plainTiers } from "./plain-tiers.ts";

/** Native CBC on the same tiers, each handed over as an MPS file. */
export const cbc = plainTiers("cbc", async ({ childUsed }) => openNativeSolver(CBC, childUsed));
