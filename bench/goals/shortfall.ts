import { comparedStages, type Evidence, reachedBy } from "../campaign/evidence.ts";
import type { RunRecord } from "../campaign/record.ts";
import { stageText } from "../campaign/stage-names.ts";
import { difference, type StageName } from "../campaign/trajectory.ts";
import type { Shown } from "./goal.ts";

/**
 * Percent by which a value is worse than the best known; 0 where it is no worse than by one person per 1,000 candidates (PERFORMANCE:
 * "within x %" is the larger of the two).
 */
export function shortfall(value: number, best: number, { sense }: Pick<StageName, "sense">, size: number): number {
  const worse = difference(value, best, sense);
  if (worse <= Math.max(0, size / 1000)) return 0;
  return best === 0 ? Number.POSITIVE_INFINITY : (100 * worse) / Math.abs(best);
}

/**
 * The largest shortfall of a run among the stages picked, and of which stage; `null` while nothing is known of the case. A tier whose value is a list is as
 * good as its first entry that differs: better there, the run may be worse in later entries of the list.
 */
export function worstShortfall(run: RunRecord, evidence: Evidence, pick: (stage: StageName) => boolean): Shown | null {
  const best = evidence.best(run.case);
  if (best === null) return null;
  const stages = comparedStages(run);
  const reached = reachedBy(run);
  const apart = stages.map(({ sense }, i) => difference(reached[i] ?? Number.NaN, best[i] ?? Number.NaN, sense));
  const isSettled = (i: number) => apart.some((by, k) => k < i && stages[k]?.tier === stages[i]?.tier && by < 0);
  const all = stages.map((stage, i) => {
    const [value, known] = [reached[i] ?? Number.NaN, best[i] ?? Number.NaN];
    const figure = pick(stage) && !isSettled(i) ? shortfall(value, known, stage, run.case.size) : 0;
    return { figure, note: `${stageText(stage, stages)} ${value}, best known ${known}` };
  });
  return all.reduce((worst, one) => (one.figure > worst.figure ? one : worst), { figure: 0, note: "" });
}
