import { mean } from "simple-statistics";
import { lineChart, type Series } from "../report/line-chart.ts";
import type { Sample } from "./measure-round.ts";
import { nameOf, type Setting } from "./settings.ts";

/** What one setting gives on average over the rounds. */
interface Average {
  readonly name: string;
  readonly ranks: readonly number[];
  readonly balance: number;
  readonly composition: number;
  readonly delay: number;
}

function averageOf(samples: readonly Sample[], setting: Setting): Average {
  const name = nameOf(setting);
  const ours = samples.filter((sample) => nameOf(sample.setting) === name);
  const over = (pick: (sample: Sample) => number) => mean(ours.map(pick));
  return {
    name,
    ranks: [0, 1, 2].map((rank) => over(({ ranks }) => 100 * (ranks[rank] ?? 0))),
    balance: over(({ balance }) => balance),
    composition: over(({ composition }) => composition),
    delay: over(({ delay }) => delay),
  };
}

/** The averages as a Markdown table, a row per setting. */
export function tableOf(samples: readonly Sample[], settings: readonly Setting[]): string {
  const rows = settings.map((setting) => {
    const { name, ranks, balance, composition, delay } = averageOf(samples, setting);
    const figures = [...ranks, balance, composition].map((value) => value.toFixed(1));
    return `| ${[name, ...figures, delay.toFixed(2)].join(" | ")} |`;
  });
  return [
    "| allowance | first | second | third | balance | composition | delay |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
  ].join("\n");
}

/** Third choices against persons outside the promotions' bands, as an SVG: a line for each way of loosening, a point for each level. */
export function chartOf(samples: readonly Sample[], settings: readonly Setting[]): string {
  const ways = [...new Set(settings.map((setting) => Object.keys(setting).join(" + ")))].filter((way) => way !== "");
  const series = ways
    .filter((way) => way.includes("composition"))
    .map((way): Series => {
      const along = [{}, ...settings.filter((setting) => Object.keys(setting).join(" + ") === way)];
      const points = along.map((setting) => {
        const { composition, ranks } = averageOf(samples, setting);
        return [composition, ranks[2] ?? 0] as const;
      });
      return { name: way === ways.at(-1) ? "all three" : way, points, shape: "line" };
    });
  return lineChart({
    title: "What an allowance buys: third choices against persons outside the bands",
    xLabel: "persons outside the promotions' bands per 100 placed",
    yLabel: "third choices per 100 placed",
    scale: { x: "linear", y: "linear" },
    series,
  });
}
