import type { Evidence } from "../campaign/evidence.ts";
import { anytimeCharts } from "./charts/anytime.ts";
import type { ChartFile } from "./charts/chart-file.ts";
import { growthChart } from "./charts/growth.ts";
import { memoryChart } from "./charts/memory.ts";
import { timeToValuesCharts } from "./charts/time-to-values.ts";
import { whatIfChart } from "./charts/what-ifs.ts";

/** Every chart that the evidence has figures for. */
export function chartsOf(evidence: Evidence): readonly ChartFile[] {
  return [
    ...anytimeCharts(evidence),
    ...timeToValuesCharts(evidence),
    ...growthChart(evidence),
    ...memoryChart(evidence),
    ...whatIfChart(evidence),
  ];
}
