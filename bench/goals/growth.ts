import { linearRegression, median } from "simple-statistics";
import { comparedStages, type Evidence, OURS, wayOf } from "../campaign/evidence.ts";
import { counts, type RunRecord } from "../campaign/record.ts";
import { difference, secondsToEach } from "../campaign/trajectory.ts";
import type { BenchCase } from "../cases/bench-case.ts";
import type { Goal } from "./goal.ts";
import { LONG } from "./large.ts";
import { WHOLE } from "./year.ts";

/** The quality that is waited for: every tier up to representativeness within this part of what is best known. */
const WITHIN = 0.1;
/** Seconds of our longest run at a size. */
const limitAt = (size: number): number => (size < 10_000 ? WHOLE : LONG);

/**
 * Slope of the logarithm of time over the logarithm of size: time ~ n^slope. Time is that to a placement whose tiers, up to and with
 * representativeness, are each within a tenth of the best known.
 */
export const growth: Goal = {
  id: "growth",
  statement: "time to equal quality grows no worse than n^1.3",
  sizes: [150, 300, 1000, 3000, 10_000],
  mostSeeds: 1,
  needs: ({ size }) => [{ contender: OURS, limit: limitAt(size) }],
  needsWhatIfs: false,
  unit: "exponent",
  wanted: { at: "most", figure: 1.3 },
  show: (cases, evidence) => {
    const points = timesToQuality(cases, evidence);
    const reached = points.filter(({ seconds }) => Number.isFinite(seconds));
    if (reached.length < 3) return [];
    const note = points.map(
      ({ size, seconds }) => `${size}: ${Number.isFinite(seconds) ? `${seconds.toFixed(1)} s` : "not reached"}`,
    );
    const slope = slopeOf(reached);
    return [
      {
        figure: reached.length < points.length ? Number.POSITIVE_INFINITY : slope,
        note: `${note.join(", ")}; slope of those reached ${slope.toFixed(2)}`,
      },
    ];
  },
};

export interface TimeToQuality {
  readonly size: number;
  /** Median over the cases of the size. */
  readonly seconds: number;
}

/** Median time to the quality by size, for sizes that have been measured. */
export function timesToQuality(cases: readonly BenchCase[], evidence: Evidence): readonly TimeToQuality[] {
  const bySize = Map.groupBy(cases, ({ size }) => size);
  return [...bySize].flatMap(([size, own]) => {
    const times = own.flatMap((one) => {
      const run = evidence.run(OURS, one, limitAt(size));
      return run === null ? [] : [timeToQuality(run, evidence.best(one))];
    });
    return times.length === 0 ? [] : [{ size, seconds: median(times) }];
  });
}

function timeToQuality(run: RunRecord, best: readonly number[] | null): number {
  if (best === null || !counts(run)) return Number.POSITIVE_INFINITY;
  const stages = comparedStages(run);
  const last = stages.findIndex(({ objectives }) => objectives.includes("representativeness"));
  const isNear = (value: number, position: number) => {
    const [stage, known] = [stages[position], best[position]];
    return stage !== undefined && known !== undefined && difference(value, known, stage.sense) <= slackOf(known, run.case.size);
  };
  return secondsToEach(wayOf(run), last + 1, isNear);
}

const slackOf = (best: number, size: number): number => Math.max(size / 1000, WITHIN * Math.abs(best));

/** b of the least squares line log t = a + b log n. */
export function slopeOf(points: readonly TimeToQuality[]): number {
  return linearRegression(points.map(({ size, seconds }) => [Math.log(size), Math.log(seconds)])).m;
}
