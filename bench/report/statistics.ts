import { max, median, min } from "simple-statistics";

/** Median and range of figures over seeds; `Infinity` stands for "more than the limit". */
export interface Spread {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

/** `null` of no figures. */
export function spreadOf(figures: readonly number[]): Spread | null {
  if (figures.length === 0) return null;
  const list = [...figures];
  return { middle: median(list), least: min(list), most: max(list) };
}

/**
 * "12.3 (10.1 to 15.0)", or one figure where all are alike; with at most `digits` decimals. `limit` is what an infinite figure is more
 * than; "-" of nothing.
 */
export function spreadText(spread: Spread | null, digits: number, limit = Infinity): string {
  if (spread === null) return "-";
  const text = (figure: number) => {
    if (!Number.isFinite(figure)) return `> ${limit}`;
    return Number.isInteger(figure) ? String(figure) : figure.toFixed(digits);
  };
  const [middle, least, most] = [spread.middle, spread.least, spread.most].map(text);
  return least === most ? `${middle}` : `${middle} (${least} to ${most})`;
}
