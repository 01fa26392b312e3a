import { comparedStages, type Evidence, wayOf } from "../../campaign/evidence.ts";
import { stageText } from "../../campaign/stage-names.ts";
import { lineChart, type Series } from "../line-chart.ts";
import type { ChartFile } from "./chart-file.ts";
import { type YearRuns, yearRuns } from "./year-runs.ts";

/** Tiers whose curves are drawn: those that take the time. */
const DRAWN = ["placed", "regional-balance", "worst-promotion", "representativeness", "delay 2", "wishes 1"];

/** Incumbent and bound of a tier over time for every contender, one chart per tier and ground. */
export function anytimeCharts(evidence: Evidence): readonly ChartFile[] {
  return yearRuns(evidence).flatMap((year) => DRAWN.flatMap((name) => anytimeChart(year, name)));
}

function anytimeChart({ case: one, runs }: YearRuns, name: string): readonly ChartFile[] {
  const series = runs.flatMap((run, index): readonly Series[] => {
    const stages = comparedStages(run);
    const position = stages.findIndex((stage) => stageText(stage, stages) === name);
    const own = wayOf(run).filter((step) => step.position === position);
    const curve = (of: (step: (typeof own)[number]) => number | null) =>
      own.flatMap((step) => {
        const figure = of(step);
        return figure === null ? [] : [[Math.max(0.1, step.seconds), figure] as const];
      });
    return [
      { name: run.contender, points: curve(({ value }) => value), shape: "step", colour: index },
      { name: `${run.contender}, bound`, points: curve(({ bound }) => bound), shape: "step", colour: index, dashed: true },
    ];
  });
  const drawn = series.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return [];
  const title = `${name}: 1,000 candidates, seed ${one.seed}, ${one.ground}`;
  const svg = lineChart({
    title,
    xLabel: "seconds since the run began (peers: of processor time)",
    yLabel: "value and bound of the tier",
    scale: { x: "log", y: "linear" },
    series: drawn,
  });
  return [{ file: `anytime-${one.ground}-${name.replaceAll(" ", "-")}.svg`, title, svg }];
}
