import type { Evidence } from "../../campaign/evidence.ts";
import { barChart } from "../bar-chart.ts";
import type { ChartFile } from "./chart-file.ts";

/** Bars are a fifth of a second wide. */
const WIDTH = 0.2;

/** How long what-ifs on solved years took, by ground. */
export function whatIfChart(evidence: Evidence): readonly ChartFile[] {
  const records = evidence.records.filter((record) => record.kind === "what-if");
  const byGround = Map.groupBy(records, (record) => record.case.ground);
  if (byGround.size === 0) return [];
  const title = "What-ifs on a solved year of 1,000: how many took how long";
  const series = [...byGround].map(([name, own]) => ({ name, figures: own.flatMap(({ seconds }) => seconds) }));
  return [{ file: "what-ifs.svg", title, svg: barChart({ title, xLabel: "seconds", width: WIDTH, series }) }];
}
