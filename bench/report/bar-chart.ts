import { escaped, label, linearTicks } from "./line-chart.ts";

/** How often figures fall into intervals of one width. */
export interface Histogram {
  readonly title: string;
  readonly xLabel: string;
  readonly width: number;
  readonly series: readonly { readonly name: string; readonly figures: readonly number[] }[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 320, 64, 170, 36, 48];
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

/** Counts per interval [k w, (k + 1) w), from 0 on. */
export function binned(figures: readonly number[], width: number): readonly number[] {
  const counts: number[] = Array.from({ length: Math.floor(Math.max(0, ...figures) / width) + 1 }, () => 0);
  for (const figure of figures) counts[Math.floor(figure / width)] = (counts[Math.floor(figure / width)] ?? 0) + 1;
  return counts;
}

/** The histogram as an SVG text: one bar per interval and series, side by side. */
export function barChart({ title, xLabel, width, series }: Histogram): string {
  const counts = series.map(({ figures }) => binned(figures, width));
  const bins = Math.max(1, ...counts.map(({ length }) => length));
  const yTicks = linearTicks(0, Math.max(1, ...counts.flat()));
  const [right, bottom] = [WIDTH - RIGHT, HEIGHT - BOTTOM];
  const x = (bin: number) => LEFT + ((right - LEFT) * bin) / bins;
  const y = (count: number) => bottom - ((bottom - TOP) * count) / (yTicks.at(-1) ?? 1);
  const text = (at: string, words: string) => `<text ${at}>${escaped(words)}</text>`;
  const bar = (x(1) - x(0)) / (series.length + 0.4);
  const bars = counts.flatMap((own, index) =>
    own.map((count, bin) => {
      const left = x(bin) + bar * (0.2 + index);
      return `<rect x="${left.toFixed(1)}" y="${y(count).toFixed(1)}" width="${bar.toFixed(1)}" height="${(bottom - y(count)).toFixed(1)}" fill="${COLOURS[index % COLOURS.length]}"/>`;
    }),
  );
  const every = Math.ceil(bins / 8);
  const xLabels = Array.from({ length: bins + 1 }, (_, bin) => bin).filter((bin) => bin % every === 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escaped(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(`x="${LEFT}" y="20" font-weight="bold"`, title),
    ...yTicks.map((tick) => {
      const at = y(tick).toFixed(1);
      return `<path d="M${LEFT} ${at}H${right}" stroke="#ddd"/>${text(`x="${LEFT - 6}" y="${at}" dy="4" text-anchor="end"`, label(tick))}`;
    }),
    ...bars,
    ...xLabels.map((bin) => text(`x="${x(bin).toFixed(1)}" y="${bottom + 16}" text-anchor="middle"`, label(bin * width))),
    ...series.map(({ name }, index) => {
      const key = TOP + 14 + 18 * index;
      return `<rect x="${right + 12}" y="${key - 10}" width="16" height="10" fill="${COLOURS[index % COLOURS.length]}"/>${text(`x="${right + 34}" y="${key}"`, name)}`;
    }),
    text(`x="${(LEFT + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle"`, xLabel),
    "</svg>\n",
  ].join("\n");
}
