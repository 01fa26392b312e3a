import { useTexts } from "../language/texts.tsx";
import { MAP_HEIGHT, MAP_PARTS, MAP_WIDTH } from "./provinces.ts";

/** Region whose count Brussels-Capital shows: it is in no province. */
const BRUSSELS = "BRU";
const SHADES = 5;

/** How many serve in each province and in Brussels-Capital: the darker, the more. The same numbers stand in the table beside it. */
export function BelgiumMap({
  counts,
  nameOf,
}: {
  readonly counts: ReadonlyMap<string, number>;
  readonly nameOf: (part: string) => string;
}) {
  const { t, f } = useTexts();
  const most = Math.max(1, ...counts.values());
  const parts = MAP_PARTS.map(({ province, path, label }) => {
    const part = province ?? BRUSSELS;
    return { part, path, label, count: counts.get(part) ?? 0 };
  });
  const shade = (count: number) => (count === 0 ? 0 : Math.min(SHADES, Math.ceil((count / most) * SHADES)));
  return (
    <svg class="chart map" viewBox={`-4 -4 ${MAP_WIDTH + 8} ${MAP_HEIGHT + 8}`} role="img" aria-label={t.result.mapTitle}>
      {parts.map(({ part, path, count }) => (
        <path key={part} class={`shade-${shade(count)}`} d={path}>
          <title>{`${nameOf(part)}: ${f.number(count)}`}</title>
        </path>
      ))}
      {parts.map(({ part, label: [x, y], count }) => (
        <text key={part} x={x} y={y + 4} class={part === BRUSSELS ? "small-part" : shade(count) > 2 ? "on-dark" : undefined}>
          {f.number(count)}
        </text>
      ))}
    </svg>
  );
}
