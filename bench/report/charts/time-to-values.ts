import { comparedStages, type Evidence, OURS, reachedBy, wayOf } from "../../campaign/evidence.ts";
import { secondsTo } from "../../campaign/trajectory.ts";
import { lineChart, type Series } from "../line-chart.ts";
import type { ChartFile } from "./chart-file.ts";
import { type YearRuns, yearRuns } from "./year-runs.ts";

/** Where a run that never got there is drawn, hollow. */
const PATIENCE = 300;

/** Seconds until the tiers up to each were as good as in our answer, for every contender, one chart per ground. */
export function timeToValuesCharts(evidence: Evidence): readonly ChartFile[] {
  return yearRuns(evidence).flatMap(timeToValuesChart);
}

function timeToValuesChart({ case: one, runs }: YearRuns): readonly ChartFile[] {
  const own = runs.find(({ contender }) => contender === OURS);
  if (own === undefined) return [];
  const target = reachedBy(own);
  const series = runs.map((run, index): Series => {
    const stages = comparedStages(run);
    const times = stages.map((_, position) => secondsTo(wayOf(run), stages, target.slice(0, position + 1)));
    return {
      name: run.contender,
      points: times.map((seconds, position) => [position + 1, Math.max(0.1, Math.min(seconds, PATIENCE))] as const),
      shape: "line",
      open: times.map((seconds) => seconds > PATIENCE),
      colour: index,
    };
  });
  const title = `Time to our tier values: 1,000 candidates, seed ${one.seed}, ${one.ground} (hollow: not reached)`;
  const svg = lineChart({
    title,
    xLabel: "stages up to this one, in order of precedence",
    yLabel: "seconds (peers: of processor time)",
    scale: { x: "linear", y: "log" },
    series,
  });
  return [{ file: `time-to-values-${one.ground}.svg`, title, svg }];
}
