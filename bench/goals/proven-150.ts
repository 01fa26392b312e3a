import { OURS } from "../campaign/evidence.ts";
import type { Goal } from "./goal.ts";
import { showEach } from "./show-each.ts";

const LIMIT = 60;

/** 150 candidates: every tier proven in 6 s. */
export const proven150: Goal = {
  id: "proven-150",
  statement: "150: every tier proven in 6 s (2 s the aim)",
  sizes: [150],
  mostSeeds: 5,
  needs: () => [{ contender: OURS, limit: LIMIT }],
  needsWhatIfs: false,
  unit: "s",
  wanted: { at: "most", figure: 6 },
  show: showEach(LIMIT, Number.POSITIVE_INFINITY, ({ end, seconds, remark }) =>
    end === "proof" ? { figure: seconds, note: "" } : { figure: Number.POSITIVE_INFINITY, note: remark || end },
  ),
};
