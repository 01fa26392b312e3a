import { useTexts } from "../language/texts.tsx";

/**
 * A count against its band: the strip runs from nobody to `size` persons, the shaded part is the band, the dot the count. The same
 * picture for promotions, Regions and the policy, so that it is learnt once; its numbers always stand beside it in the table.
 */
export function BandStrip({
  count,
  band,
  size,
  target,
}: {
  readonly count: number;
  readonly band: readonly [number, number] | null;
  readonly size: number;
  /** Persons, need not be whole. */
  readonly target?: number;
}) {
  const { t, f } = useTexts();
  const scale = (persons: number) => 2 + (96 * Math.min(persons, size)) / Math.max(1, size);
  const outside = band !== null && (count < band[0] || count > band[1]);
  const words =
    band === null
      ? t.charts.countOf(f.number(count), f.number(size))
      : t.charts.countAndBand(f.number(count), f.number(band[0]), f.number(band[1]));
  return (
    <svg class="band" role="img" aria-label={words}>
      <rect class="ground" x="1%" y="9" width="98%" height="8" rx="2" />
      {band === null ? null : (
        <rect
          class="allowed"
          x={`${scale(band[0]) - 1}%`}
          y="6"
          width={`${scale(band[1]) - scale(band[0]) + 2}%`}
          height="14"
          rx="2"
        />
      )}
      {target === undefined ? null : <line class="target" x1={`${scale(target)}%`} x2={`${scale(target)}%`} y1="3" y2="23" />}
      <circle class={outside ? "count outside" : "count"} cx={`${scale(count)}%`} cy="13" r="5.5" />
    </svg>
  );
}
