import type { Evidence } from "../../campaign/evidence.ts";
import { growth, slopeOf, type TimeToQuality, timesToQuality } from "../../goals/growth.ts";
import { casesFor, VARIANTS } from "../../goals/judge-goal.ts";
import { lineChart, type Series } from "../line-chart.ts";
import type { ChartFile } from "./chart-file.ts";

/** What time may grow by, at most (PERFORMANCE). */
const ALLOWED = 1.3;

/** Time to equal quality by size and ground, each with its slope, and the slope allowed through the first point. */
export function growthChart(evidence: Evidence): readonly ChartFile[] {
  const seeds = [...new Set(evidence.records.map((record) => record.case.seed))].toSorted((a, b) => a - b);
  const measured = VARIANTS.filter(({ wishes }) => wishes === "late").flatMap((variant, colour) => {
    const points = timesToQuality(casesFor(growth, variant, seeds), evidence).filter(({ seconds }) => Number.isFinite(seconds));
    return points.length < 2 ? [] : [{ name: `${variant.ground}, n^${slopeOf(points).toFixed(2)}`, points, colour }];
  });
  const [first] = measured;
  if (first === undefined) return [];
  const series: readonly Series[] = [
    ...measured.map(({ name, points, colour }): Series => ({ name, points: points.map(pair), shape: "line", colour })),
    { name: `n^${ALLOWED}`, points: allowed(first.points), shape: "line", colour: 5, dashed: true },
  ];
  const title = "Time until every tier up to representativeness is within a tenth of best known";
  const svg = lineChart({ title, xLabel: "candidates", yLabel: "seconds", scale: { x: "log", y: "log" }, series });
  return [{ file: "growth.svg", title, svg }];
}

const pair = ({ size, seconds }: TimeToQuality) => [size, seconds] as const;

function allowed(points: readonly TimeToQuality[]): readonly (readonly [number, number])[] {
  const [first] = points;
  return first === undefined ? [] : points.map(({ size }) => [size, first.seconds * (size / first.size) ** ALLOWED]);
}
