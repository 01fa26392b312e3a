import { dimensionBands } from "../../model/band.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { Compact } from "./compact.ts";
import type { Meter } from "./meter.ts";

/** Persons outside the bands: of one promotion, in all, and in the worst promotion. */
export interface CompositionMeter extends Meter {
  readonly worst: Meter;
  /** Per promotion. */
  readonly deviations: Int32Array;
  /** What a promotion's deviation would change by if one candidate of it left and another came. */
  changeOf(promotion: number, leaving: number, coming: number): number;
}

/** Categories with a band ("cells", over all dimensions), with the band of each cell among n persons at n * cells + cell. */
interface Bands {
  readonly cells: readonly { readonly dimension: string; readonly category: string }[];
  readonly lower: Int32Array;
  readonly upper: Int32Array;
}

function bandsOf({ round, seats }: Instance, { arcsIn }: Compact, hardOnly: boolean): Bands {
  const largest = round.promotions.reduce(
    (most, { members }, p) => Math.max(most, members.length + Math.min(at(seats, p).free, arcsIn(p))),
    0,
  );
  const dimensions = (round.policy.representativeness ?? []).filter(({ mode }) => !hardOnly || mode === "hard");
  const perSize = Array.from({ length: largest + 1 }, (_, persons) =>
    dimensions.flatMap((dimension) => Object.entries(dimensionBands(dimension, persons))),
  );
  const cells = dimensions.flatMap((dimension) =>
    Object.keys(dimensionBands(dimension, 0)).map((category) => ({ dimension: dimension.dimension, category })),
  );
  const ends = (side: 0 | 1) => Int32Array.from(perSize.flatMap((bands) => bands.map(([, band]) => band[side])));
  return { cells, lower: ends(0), upper: ends(1) };
}

/** Follows every promotion's composition against all bands, or only those that are an obligation. */
export function compositionMeter(instance: Instance, compact: Compact, hardOnly: boolean): CompositionMeter {
  const { candidateOf } = compact.openings;
  const { candidates, promotions } = instance.round;
  const { cells, lower, upper } = bandsOf(instance, compact, hardOnly);
  const width = cells.length;
  const names = [...new Set(cells.map(({ dimension }) => dimension))];
  const dimensions = names.length;
  const cellsOf = (attributes: Readonly<Record<string, string>>): readonly number[] =>
    names.map((name) => cells.findIndex(({ dimension, category }) => dimension === name && attributes[name] === category));
  /** Cell of each candidate in each dimension, or -1. */
  const cellIn = Int32Array.from(candidates.flatMap(({ attributes }) => cellsOf(attributes)));
  const counts = new Int32Array(promotions.length * width);
  promotions.forEach(({ members }, promotion) => {
    for (const cell of members.flatMap(({ attributes }) => cellsOf(attributes))) {
      if (cell >= 0) counts[promotion * width + cell] = at(counts, promotion * width + cell) + 1;
    }
  });
  const members = Int32Array.from(promotions, (promotion) => promotion.members.length);
  const placed = new Int32Array(promotions.length);
  const deviations = new Int32Array(promotions.length);
  let total = 0;
  const move = (opening: number, promotion: number, by: 1 | -1) => {
    const candidate = candidateOf[opening] ?? 0;
    const here = (placed[promotion] ?? 0) + by;
    const first = promotion * width;
    placed[promotion] = here;
    for (let d = 0; d < dimensions; d++) {
      const cell = cellIn[candidate * dimensions + d] ?? -1;
      if (cell >= 0) counts[first + cell] = (counts[first + cell] ?? 0) + by;
    }
    let deviation = 0;
    if (here > 0) {
      const band = (here + (members[promotion] ?? 0)) * width;
      for (let cell = 0; cell < width; cell++) {
        const count = counts[first + cell] ?? 0;
        const [low, high] = [lower[band + cell] ?? 0, upper[band + cell] ?? 0];
        deviation += count < low ? low - count : count > high ? count - high : 0;
      }
    }
    total += deviation - (deviations[promotion] ?? 0);
    deviations[promotion] = deviation;
  };
  /** What a cell's distance to its band changes by when its count does. */
  const rise = (first: number, band: number, cell: number, by: 1 | -1): number => {
    const count = counts[first + cell] ?? 0;
    const [low, high] = [lower[band + cell] ?? 0, upper[band + cell] ?? 0];
    if (by > 0) return count < low ? -1 : count >= high ? 1 : 0;
    return count > high ? -1 : count <= low ? 1 : 0;
  };
  const changeOf = (promotion: number, leaving: number, coming: number): number => {
    const first = promotion * width;
    const band = ((placed[promotion] ?? 0) + (members[promotion] ?? 0)) * width;
    let change = 0;
    for (let d = 0; d < dimensions; d++) {
      const [out, into] = [cellIn[leaving * dimensions + d] ?? -1, cellIn[coming * dimensions + d] ?? -1];
      if (out === into) continue;
      if (out >= 0) change += rise(first, band, out, -1);
      if (into >= 0) change += rise(first, band, into, 1);
    }
    return change;
  };
  return {
    changeOf,
    add: (opening, promotion) => move(opening, promotion, 1),
    remove: (opening, promotion) => move(opening, promotion, -1),
    value: () => total,
    worst: worstMeter(deviations),
    deviations,
  };
}

/** The largest of the deviations. */
function worstMeter(deviations: Int32Array): Meter {
  return {
    add: () => undefined,
    remove: () => undefined,
    value: () => {
      let largest = 0;
      for (let p = 0; p < deviations.length; p++) largest = Math.max(largest, deviations[p] ?? 0);
      return largest;
    },
    beyond: (target) => {
      let sum = 0;
      for (let p = 0; p < deviations.length; p++) sum += Math.max(0, (deviations[p] ?? 0) - target);
      return sum;
    },
  };
}
