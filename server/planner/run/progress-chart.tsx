import type { ProgressShape } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { niceTicks } from "../parts/nice-ticks.ts";

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 56;
const BOTTOM = 28;

/** Best found and proven limit over time, of one stage; its numbers stand in the table beside it. */
export function ProgressChart({ moments }: { readonly moments: readonly ProgressShape[] }) {
  const { t, f } = useTexts();
  const values = moments.flatMap(({ incumbent, bound }) => [incumbent, bound].filter((value) => value !== null));
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined || values.length === 0) return null;
  const ticks = niceTicks(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const span = Math.max(0.5, last.seconds - first.seconds);
  const x = (seconds: number) => LEFT + ((seconds - first.seconds) / span) * (WIDTH - LEFT - 8);
  const y = (value: number) => 8 + ((high - value) / Math.max(1e-9, high - low)) * (HEIGHT - BOTTOM - 16);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.run.chartLabel}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="rule" x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
            {f.number(tick, 1)}
          </text>
        </g>
      ))}
      <path class="limit" d={stepPath(moments, ({ bound }) => bound, x, y)} />
      <path class="best" d={stepPath(moments, ({ incumbent }) => incumbent, x, y)} />
      <line class="axis" x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <text x={LEFT} y={HEIGHT - 8}>
        {t.run.seconds(f.number(first.seconds, 1))}
      </text>
      <text x={WIDTH} y={HEIGHT - 8} text-anchor="end">
        {t.run.seconds(f.number(last.seconds, 1))}
      </text>
    </svg>
  );
}

/** A value holds until the next moment: a line of steps, broken where there is none. */
function stepPath(
  moments: readonly ProgressShape[],
  figureOf: (moment: ProgressShape) => number | null,
  x: (seconds: number) => number,
  y: (value: number) => number,
): string {
  let open = false;
  return moments
    .map((moment, i) => {
      const value = figureOf(moment);
      if (value === null) {
        open = false;
        return "";
      }
      const until = x(moments[i + 1]?.seconds ?? moment.seconds).toFixed(1);
      const start = open ? `V${y(value).toFixed(1)}` : `M${x(moment.seconds).toFixed(1)} ${y(value).toFixed(1)}`;
      open = true;
      return `${start}H${until}`;
    })
    .join("");
}
