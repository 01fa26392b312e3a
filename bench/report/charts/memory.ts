import type { Evidence } from "../../campaign/evidence.ts";
import { CONTENDERS } from "../../contenders/catalogue.ts";
import { lineChart, type Series } from "../line-chart.ts";
import { spreadOf } from "../statistics.ts";
import type { ChartFile } from "./chart-file.ts";

const MEBIBYTE = 2 ** 20;

/** Median peak memory of each contender by size. */
export function memoryChart(evidence: Evidence): readonly ChartFile[] {
  const runs = evidence.records.filter((record) => record.kind === "run").filter(({ peakMemory }) => peakMemory > 0);
  const series = [...CONTENDERS.keys()].flatMap((name, colour): readonly Series[] => {
    const bySize = Map.groupBy(
      runs.filter(({ contender }) => contender === name),
      (run) => run.case.size,
    );
    const points = [...bySize].flatMap(([size, own]) => {
      const spread = spreadOf(own.map(({ peakMemory }) => peakMemory / MEBIBYTE));
      return spread === null ? [] : [[size, spread.middle] as const];
    });
    return points.length === 0 ? [] : [{ name, points: points.toSorted(([a], [b]) => a - b), shape: "line", colour }];
  });
  if (series.length === 0) return [];
  const title = "Peak memory, MiB, over all of a contender's processes";
  const svg = lineChart({ title, xLabel: "candidates", yLabel: "MiB", scale: { x: "log", y: "log" }, series });
  return [{ file: "memory.svg", title, svg }];
}
