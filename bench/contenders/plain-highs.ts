import { loadHighs } from "../../engine/solvers/highs.ts";
import { plainTiers } from "./plain-tiers.ts";

/** HiGHS in WebAssembly on the same tiers, cold. */
export const plainHighs = plainTiers("plain-highs", () => loadHighs());
