import type { Curve, CurvePoint } from "../../../engine/simulate/trade-off/curve.ts";
import { useTexts } from "../language/texts.tsx";
import { niceTicks } from "../parts/nice-ticks.ts";

const WIDTH = 480;
const HEIGHT = 300;
const LEFT = 60;
const BOTTOM = 46;

/** A list of figures is drawn by the last of its entries: the total of the delays, the second choices. */
function scalar(value: CurvePoint["give"]): number {
  return typeof value === "number" ? value : (value.at(-1) ?? 0);
}

/** What is given across, what is gained upwards; a click on a point chooses it, as the radio button in the table does. */
export function CurveChart({
  curve,
  chosen,
  choose,
}: {
  readonly curve: Curve;
  readonly chosen: number;
  readonly choose: (i: number) => void;
}) {
  const { t, f } = useTexts();
  const points = curve.points.map(({ give, gain }) => ({ give: scalar(give), gain: scalar(gain) }));
  if (points.length === 0) return null;
  const across = niceTicks(Math.min(...points.map(({ give }) => give)), Math.max(...points.map(({ give }) => give)));
  const upwards = niceTicks(Math.min(...points.map(({ gain }) => gain)), Math.max(...points.map(({ gain }) => gain)));
  const [left, right] = [across[0] ?? 0, across.at(-1) ?? 1];
  const [low, high] = [upwards[0] ?? 0, upwards.at(-1) ?? 1];
  const x = (value: number) => LEFT + ((value - left) / (right - left)) * (WIDTH - LEFT - 16);
  const y = (value: number) => 12 + ((high - value) / (high - low)) * (HEIGHT - BOTTOM - 20);
  const path = points.map(({ give, gain }, i) => `${i === 0 ? "M" : "L"}${x(give).toFixed(1)} ${y(gain).toFixed(1)}`).join("");
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{t.whatIf.curveTitle(t.words.objectives[curve.give], t.words.objectives[curve.gain])}</title>
      {upwards.map((tick) => (
        <g key={tick}>
          <line class="rule" x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
            {f.number(tick, 1)}
          </text>
        </g>
      ))}
      {across.map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT - BOTTOM + 18} text-anchor="middle">
          {f.number(tick, 1)}
        </text>
      ))}
      <line class="axis" x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <text x={LEFT} y={HEIGHT - 8}>
        {t.words.objectives[curve.give]} →
      </text>
      <path class="best" d={path} />
      {points.map(({ give, gain }, i) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the radio buttons of the table beside it are the control.
        <circle
          key={`${give} ${gain}`}
          class={i === chosen ? "point chosen" : "point"}
          cx={x(give)}
          cy={y(gain)}
          r="8"
          onClick={() => choose(i)}
        />
      ))}
    </svg>
  );
}
