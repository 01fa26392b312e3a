import { dimensionBands } from "../../model/band.ts";
import { at, type Instance } from "../../model/instance.ts";
import { type Compact, packed } from "./compact.ts";
import type { Meter } from "./meter.ts";

/** Persons outside the bands: of one promotion, in all, and in the worst promotion. */
export interface CompositionMeter extends Meter {
  readonly worst: Meter;
  /** Per promotion. */
  readonly deviations: Int32Array;
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
  const cellsOfPerson = (attributes: Readonly<Record<string, string>>): readonly number[] =>
    cells.flatMap(({ dimension, category }, cell) => (attributes[dimension] === category ? [cell] : []));
  const { starts: own, items: ownCells } = packed(candidates.map(({ attributes }) => cellsOfPerson(attributes)));
  const counts = new Int32Array(promotions.length * width);
  promotions.forEach(({ members }, promotion) => {
    for (const cell of members.flatMap(({ attributes }) => cellsOfPerson(attributes))) {
      counts[promotion * width + cell] = at(counts, promotion * width + cell) + 1;
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
    for (let i = own[candidate] ?? 0, end = own[candidate + 1] ?? 0; i < end; i++) {
      const cell = first + (ownCells[i] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + by;
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
  const worst: Meter = {
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
  return {
    add: (opening, promotion) => move(opening, promotion, 1),
    remove: (opening, promotion) => move(opening, promotion, -1),
    value: () => total,
    worst,
    deviations,
  };
}
