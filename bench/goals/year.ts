import { comparedStages, OURS, wayOf } from "../campaign/evidence.ts";
import { isQuotaFree, stageText } from "../campaign/stage-names.ts";
import { gapOf, secondsToGap } from "../campaign/trajectory.ts";
import type { Goal } from "./goal.ts";
import { worstShortfall } from "./shortfall.ts";
import { showEach } from "./show-each.ts";

/** What the goals for a year of 1,000 candidates have in common. */
const YEAR = { sizes: [1000], mostSeeds: 2, needsWhatIfs: false } as const;
/** Seconds of the run whose answer is judged as the engine's. */
export const WHOLE = 60;
/** Seconds of the run that is judged as its first answer. */
export const FIRST = 10;

/** When the last of the quota-free tiers was proven. */
export const quotaFree1000: Goal = {
  ...YEAR,
  id: "quota-free-1000",
  statement: "1,000: quota-free tiers proven in 10 s",
  needs: () => [{ contender: OURS, limit: WHOLE }],
  unit: "s",
  wanted: { at: "most", figure: 10 },
  show: showEach(WHOLE, Number.POSITIVE_INFINITY, (run) => {
    const way = wayOf(run);
    const stages = comparedStages(run);
    const times = stages.flatMap((stage, position) =>
      isQuotaFree(stage) ? [{ figure: secondsToGap(way, position, 0), note: stageText(stage, stages) }] : [],
    );
    return times.reduce((last, one) => (one.figure >= last.figure ? one : last), { figure: 0, note: "" });
  }),
};

/** How far the worst of the other tiers is from the best known. */
function nearBest(id: string, limit: number, percent: number): Goal {
  return {
    ...YEAR,
    id,
    statement: `1,000: every other tier within ${percent} % of best known in ${limit} s`,
    needs: () => [{ contender: OURS, limit }],
    unit: "%",
    wanted: { at: "most", figure: percent },
    show: showEach(limit, Number.POSITIVE_INFINITY, (run, evidence) =>
      worstShortfall(run, evidence, (stage) => !isQuotaFree(stage)),
    ),
  };
}

export const nearBestSoon1000 = nearBest("near-best-10s-1000", FIRST, 10);
export const nearBest1000 = nearBest("near-best-60s-1000", WHOLE, 2);

/** The gap that is left to the bound on representativeness. */
export const representativenessProven1000: Goal = {
  ...YEAR,
  id: "representativeness-1000",
  statement: "1,000: representativeness proven within 10 % in 60 s",
  needs: () => [{ contender: OURS, limit: WHOLE }],
  unit: "%",
  wanted: { at: "most", figure: 10 },
  show: showEach(WHOLE, Number.POSITIVE_INFINITY, ({ stages }) => {
    const own = stages.find(({ objectives }) => objectives.includes("representativeness"));
    if (own === undefined) return { figure: Number.POSITIVE_INFINITY, note: "never came to it" };
    const { found: value, bound } = own;
    return { figure: 100 * gapOf({ value, bound }), note: `found ${value}, bound ${bound ?? "none"}` };
  }),
};
