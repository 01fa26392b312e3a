import { type Campaign, counts, type RunRecord } from "../campaign/record.ts";
import type { Moment } from "../contenders/contender.ts";
import { lineChart } from "./line-chart.ts";
import { spreadOf } from "./statistics.ts";
import { REFERENCE, runsOf, timeOf } from "./tables.ts";

/** A chart and the file it goes to. */
export interface ChartFile {
  readonly file: string;
  readonly title: string;
  readonly svg: string;
}

/** Total time by size, and per size the anytime curve of our longest tier. */
export function chartsOf(campaign: Campaign): readonly ChartFile[] {
  return [timeBySize(campaign), ...campaign.sizes.flatMap((size) => anytime(campaign, size))];
}

/** Medians; a hollow point lies at the limit and means more than that. */
function timeBySize(campaign: Campaign): ChartFile {
  const title = "Total time by size (hollow: not finished within the limit)";
  const series = campaign.contenders.map((name) => {
    const medians = campaign.sizes.flatMap((size) => {
      const spread = spreadOf(runsOf(campaign, size, name).filter(counts).map(timeOf));
      return spread === null ? [] : [{ size, seconds: spread.middle }];
    });
    const points = medians.map(({ size, seconds }) => [size, Math.min(seconds, campaign.seconds)] as const);
    return { name, points, shape: "line" as const, open: medians.map(({ seconds }) => !Number.isFinite(seconds)) };
  });
  const svg = lineChart({ title, xLabel: "candidates", yLabel: "seconds", scale: "log", series });
  return { file: "time-by-size.svg", title, svg };
}

/** Incumbent and bound over time in the tier our run of the first seed was longest in; nothing where no tier took a search. */
function anytime(campaign: Campaign, size: number): readonly ChartFile[] {
  const run = runsOf(campaign, size, REFERENCE)[0];
  const moments = run === undefined ? [] : longestTier(run);
  const tier = moments[0]?.tier;
  if (run === undefined || tier === undefined) return [];
  const name = campaign.tiers[tier - 1]?.objectives.join(" + ") ?? "";
  const title = `${size} candidates, seed ${run.seed}: ${name}, incumbent and bound`;
  const curve = (pick: (moment: Moment) => number | null) =>
    moments.flatMap((moment) => {
      const value = pick(moment);
      return value === null ? [] : [[moment.seconds, value] as const];
    });
  const series = [
    { name: "incumbent", points: curve(({ incumbent }) => incumbent), shape: "step" as const },
    { name: "bound", points: curve(({ bound }) => bound), shape: "step" as const },
  ];
  const svg = lineChart({ title, xLabel: "seconds since the run began", yLabel: "value of the tier", scale: "linear", series });
  return [{ file: `anytime-${size}.svg`, title, svg }];
}

/** The moments of the tier with the longest time between its first and its last, among those with one value; the last is how it ended. */
function longestTier({ moments, values, stages }: RunRecord): readonly Moment[] {
  const ends = stages.map(({ tier, seconds, found, bound }): Moment => ({ tier, seconds, incumbent: found, bound }));
  const single = [...moments, ...ends].filter(({ tier }) => values[tier - 1]?.length === 1);
  const tiers = [...Map.groupBy(single, ({ tier }) => tier).values()].filter((own) => own.length > 1);
  const length = (own: readonly Moment[]) => (own.at(-1)?.seconds ?? 0) - (own[0]?.seconds ?? 0);
  return tiers.reduce<readonly Moment[]>(
    (longest, own) => (longest.length === 0 || length(own) > length(longest) ? own : longest),
    [],
  );
}
