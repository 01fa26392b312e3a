/** A line of a chart. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  /** `step`: the value holds until the next point. */
  readonly shape: "line" | "step";
  /** Points that are only a lower limit ("more than") are drawn hollow. */
  readonly open?: readonly boolean[];
  readonly dashed?: boolean;
  /** Its colour's place in the list, so that what belongs together looks alike; by default its own place. */
  readonly colour?: number;
}

type Scale = "linear" | "log";

export interface Chart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly scale: { readonly x: Scale; readonly y: Scale };
  readonly series: readonly Series[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 320, 64, 170, 36, 48];
/** Okabe and Ito's colours, told apart by everybody. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#000000"];

/** The chart as an SVG text: axes with ticks, one line per series with its name at the right. */
export function lineChart({ title, xLabel, yLabel, scale, series }: Chart): string {
  const all = series.flatMap(({ points }) => points);
  const x = axis(
    all.map(([value]) => value),
    scale.x,
    LEFT,
    WIDTH - RIGHT,
  );
  const y = axis(
    all.map(([, value]) => value),
    scale.y,
    HEIGHT - BOTTOM,
    TOP,
  );
  const text = (at: string, words: string) => `<text ${at}>${escaped(words)}</text>`;
  const xTicks = x.ticks.map((tick) => {
    const at = x.place(tick).toFixed(1);
    return `<path d="M${at} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/>${text(`x="${at}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle"`, label(tick))}`;
  });
  const yTicks = y.ticks.map((tick) => {
    const at = y.place(tick).toFixed(1);
    return `<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="#ddd"/>${text(`x="${LEFT - 6}" y="${at}" dy="4" text-anchor="end"`, label(tick))}`;
  });
  const drawn = series.map((one, index) => drawSeries(one, index, x.place, y.place));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escaped(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(`x="${LEFT}" y="20" font-weight="bold"`, title),
    ...xTicks,
    ...yTicks,
    text(`x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle"`, xLabel),
    text(`transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle"`, yLabel),
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

type Place = (value: number) => number;

function drawSeries({ name, points, shape, open, dashed, colour: place }: Series, index: number, x: Place, y: Place): string {
  const colour = COLOURS[(place ?? index) % COLOURS.length] ?? "#000000";
  const stroke = `stroke="${colour}" stroke-width="2"${dashed === true ? ' stroke-dasharray="5 4"' : ""}`;
  const places = points.map(([a, b]) => [x(a).toFixed(1), y(b).toFixed(1)] as const);
  const path = places.map(([a, b], i) => (i === 0 ? `M${a} ${b}` : shape === "step" ? `H${a}V${b}` : `L${a} ${b}`)).join("");
  const dots = places.map(([a, b], i) => {
    const fill = open?.[i] === true ? "#fff" : colour;
    return `<circle cx="${a}" cy="${b}" r="3" fill="${fill}" stroke="${colour}"/>`;
  });
  const key = TOP + 14 + 18 * index;
  const mark = `<path d="M${WIDTH - RIGHT + 12} ${key - 4}h16" ${stroke}/>`;
  const words = `<text x="${WIDTH - RIGHT + 34}" y="${key}">${escaped(name)}</text>`;
  const marks = shape === "line" ? dots.join("") : "";
  return `<path d="${path}" fill="none" ${stroke}/>${marks}${mark}${words}`;
}

interface Axis {
  readonly place: Place;
  readonly ticks: readonly number[];
}

function axis(values: readonly number[], scale: Scale, from: number, to: number): Axis {
  const known = values.length === 0 ? [0, 1] : values;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const ticks = scale === "log" ? logTicks(Math.max(least, 1e-3), Math.max(most, 1e-3)) : linearTicks(least, most);
  const by = (value: number) => (scale === "log" ? Math.log10(Math.max(value, 1e-3)) : value);
  const [low, high] = [by(ticks[0] ?? 0), by(ticks.at(-1) ?? 1)];
  return { ticks, place: (value) => from + ((by(value) - low) / Math.max(1e-9, high - low)) * (to - from) };
}

/** 1, 2 and 5 times powers of ten, from one at most `least` to one at least `most`. */
function logTicks(least: number, most: number): readonly number[] {
  const powers = Array.from({ length: 12 }, (_, i) => i - 3);
  const all = powers.flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
  const first = all.findLastIndex((tick) => tick <= least * 1.001);
  const last = all.findIndex((tick) => tick >= most * 0.999);
  return all.slice(Math.max(0, first), Math.max(first + 2, last + 1));
}

/** Round steps, at most six of them, over [least, most]. */
export function linearTicks(least: number, most: number): readonly number[] {
  const span = Math.max(most - least, 1e-6);
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => span / size <= 6) ?? span;
  const first = Math.floor(least / step);
  return Array.from({ length: Math.max(1, Math.ceil(most / step - 1e-9) - first) + 1 }, (_, i) => (first + i) * step);
}

export const label = (tick: number): string => String(Number(tick.toPrecision(3)));

export function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
