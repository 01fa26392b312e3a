import { comparedStages, OURS } from "../campaign/evidence.ts";
import { isQuotaFree } from "../campaign/stage-names.ts";
import type { Goal } from "./goal.ts";
import { showEach } from "./show-each.ts";

const LIMIT = 600;
const GIBIBYTE = 2 ** 30;
const MOST_MEMORY = 4 * GIBIBYTE;

/** 100,000 candidates: a lawful answer with bounds in ten minutes and four gibibytes; the figure is the time, if the rest holds. */
export const national100000: Goal = {
  id: "national-100000",
  statement: "100,000: lawful and verified, bounds for the quota-free tiers, in 600 s and 4 GB over all processes",
  sizes: [100_000],
  mostSeeds: 1,
  needs: () => [{ contender: OURS, limit: LIMIT }],
  needsWhatIfs: false,
  unit: "s",
  wanted: { at: "most", figure: LIMIT },
  show: showEach(LIMIT, Number.POSITIVE_INFINITY, (run) => {
    const bounded = comparedStages(run)
      .filter(isQuotaFree)
      .every(({ tier }) => run.stages.some((stage) => stage.tier === tier && stage.bound !== null));
    const note = `${(run.peakMemory / GIBIBYTE).toFixed(1)} GiB${bounded ? "" : ", not every bound"}`;
    return { figure: bounded && run.peakMemory <= MOST_MEMORY ? run.seconds : Number.POSITIVE_INFINITY, note };
  }),
};
