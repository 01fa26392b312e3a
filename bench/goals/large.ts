import { comparedStages, OURS } from "../campaign/evidence.ts";
import type { RunRecord } from "../campaign/record.ts";
import { isQuotaFree, stageText } from "../campaign/stage-names.ts";
import { type Figures, gapOf, type StageName } from "../campaign/trajectory.ts";
import type { Goal } from "./goal.ts";
import { worstShortfall } from "./shortfall.ts";
import { showEach } from "./show-each.ts";
import { WHOLE } from "./year.ts";

const LARGE = { sizes: [10_000], mostSeeds: 1, needsWhatIfs: false } as const;
/** Seconds of the run that says what is best known where no peer gets anywhere. */
export const LONG = 180;

const claimOf = (run: RunRecord, { tier, entry }: StageName): Figures => {
  const claim = run.stages.find((stage) => stage.tier === tier && stage.entry === entry);
  return { value: claim?.found ?? null, bound: claim?.bound ?? null };
};

/** The largest gap among the quota-free tiers. */
export const quotaFree10000: Goal = {
  ...LARGE,
  id: "quota-free-10000",
  statement: "10,000: quota-free tiers proven within 0.5 % in 60 s",
  needs: () => [{ contender: OURS, limit: WHOLE }],
  unit: "%",
  wanted: { at: "most", figure: 0.5 },
  show: showEach(WHOLE, Number.POSITIVE_INFINITY, (run) => {
    const stages = comparedStages(run);
    const gaps = stages.filter(isQuotaFree).map((stage) => {
      const { value, bound } = claimOf(run, stage);
      const allowed = value !== null && bound !== null && Math.abs(value - bound) <= run.case.size / 1000;
      const figure = allowed ? 0 : 100 * gapOf({ value, bound });
      return { figure, note: `${stageText(stage, stages)} ${value}, bound ${bound ?? "none"}` };
    });
    return gaps.reduce((worst, one) => (one.figure > worst.figure ? one : worst), { figure: 0, note: "" });
  }),
};

/** How far the worst of the other tiers is from the best known. */
export const nearBest10000: Goal = {
  ...LARGE,
  id: "near-best-10000",
  statement: "10,000: every other tier within 5 % of best known in 60 s",
  needs: () => [
    { contender: OURS, limit: WHOLE },
    { contender: OURS, limit: LONG },
  ],
  unit: "%",
  wanted: { at: "most", figure: 5 },
  show: showEach(WHOLE, Number.POSITIVE_INFINITY, (run, evidence) =>
    worstShortfall(run, evidence, (stage) => !isQuotaFree(stage)),
  ),
};

/** Tiers without a bound of their own. */
export const bounds10000: Goal = {
  ...LARGE,
  id: "bounds-10000",
  statement: "10,000: a bound for each tier in 60 s",
  needs: () => [{ contender: OURS, limit: WHOLE }],
  unit: "without",
  wanted: { at: "most", figure: 0 },
  show: showEach(WHOLE, Number.POSITIVE_INFINITY, (run) => {
    const stages = comparedStages(run);
    const without = stages.filter((stage) => claimOf(run, stage).bound === null);
    return { figure: without.length, note: without.map((stage) => stageText(stage, stages)).join(", ") };
  }),
};
