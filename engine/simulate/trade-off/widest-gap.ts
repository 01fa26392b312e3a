import type { TierFigure } from "../../domain/result.ts";

interface Evaluated {
  readonly allowance: number;
  readonly gain: TierFigure;
}

/**
 * Where to look next: the middle of the two neighbours whose `gain` differs most, of those with an allowance between them; `null` where every
 * step of the curve is known. Neighbours of equal gain have nothing between them: a larger allowance never costs gain.
 */
export function widestGap(points: readonly Evaluated[]): number | null {
  const sorted = points.toSorted((a, b) => a.allowance - b.allowance);
  const gaps = sorted.slice(1).flatMap((right, index) => {
    const left = sorted[index];
    if (left === undefined || right.allowance - left.allowance < 2) return [];
    const jump = difference(left.gain, right.gain);
    if (jump.every((entry) => entry === 0)) return [];
    return [{ jump, width: right.allowance - left.allowance, middle: Math.floor((left.allowance + right.allowance) / 2) }];
  });
  const [widest] = gaps.toSorted((a, b) => compare(b.jump, a.jump) || b.width - a.width);
  return widest?.middle ?? null;
}

function difference(a: TierFigure, b: TierFigure): readonly number[] {
  const other = [b].flat();
  return [a].flat().map((value, index) => Math.abs(value - (other[index] ?? 0)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, entry) => value !== b[entry]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
