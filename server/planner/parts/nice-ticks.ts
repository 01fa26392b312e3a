/** Round numbers from at or below `low` to at or above `high`, about five of them; around a single value its neighbours. */
export function niceTicks(low: number, high: number): readonly number[] {
  if (high - low < 1e-9) return [low - 1, low, low + 1];
  const span = high - low;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const from = Math.floor(low / step);
  const until = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: until - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}
