import { dimensionBands } from "../band.ts";
import { at, type Instance } from "../instance.ts";
import type { Tracker, Trackers } from "../tracker.ts";

/** Persons outside the bands: per promotion, in all, and in the worst promotion. */
export interface CompositionTracker extends Tracker {
  total(): number;
  worst(): number;
}

/** A category with a band: cells are numbered over all dimensions. `bands[n]` is the band among n persons. */
interface Cell {
  readonly dimension: string;
  readonly category: string;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
}

function cellsOf({ round }: Instance, hardOnly: boolean): readonly Cell[] {
  const largest = Math.max(0, ...round.promotions.map(({ maxSize, members }) => Math.max(maxSize, members.length)));
  const dimensions = (round.policy.representativeness ?? []).filter(({ mode }) => !hardOnly || mode === "hard");
  return dimensions.flatMap((dimension) => {
    const bands = Array.from({ length: largest + 1 }, (_, persons) => dimensionBands(dimension, persons));
    return Object.keys(bands[0] ?? {}).map((category) => ({
      dimension: dimension.dimension,
      category,
      lower: Int32Array.from(bands, (band) => at(band[category] ?? [0, 0], 0)),
      upper: Int32Array.from(bands, (band) => at(band[category] ?? [0, 0], 1)),
    }));
  });
}

/** Follows the composition of every promotion against all bands, or only those that are an obligation. */
export function compositionTracker(trackers: Trackers, hardOnly = false): CompositionTracker {
  return trackers.tracker(`composition ${hardOnly}`, () =>
    followComposition(trackers.instance, cellsOf(trackers.instance, hardOnly)),
  );
}

function followComposition(instance: Instance, cells: readonly Cell[]): CompositionTracker {
  const { candidates, promotions } = instance.round;
  const cellsOfPerson = (attributes: Readonly<Record<string, string>>): readonly number[] =>
    cells.flatMap(({ dimension, category }, cell) => (attributes[dimension] === category ? [cell] : []));
  const candidateCells = candidates.map(({ attributes }) => cellsOfPerson(attributes));
  const candidateOf = Int32Array.from(instance.arcs, (arc) => arc.candidate);
  const promotionOf = Int32Array.from(instance.arcs, (arc) => arc.promotion);
  const members = Int32Array.from(promotions, (promotion) => promotion.members.length);
  const counts = promotions.map((promotion) => {
    const own = new Int32Array(cells.length);
    for (const cell of promotion.members.flatMap(({ attributes }) => cellsOfPerson(attributes))) own[cell] = at(own, cell) + 1;
    return own;
  });
  const placed = new Int32Array(promotions.length);
  const deviations = new Int32Array(promotions.length);
  let total = 0;
  // Searches ask millions of times: plain indexing on arrays of one kind is several times faster than `at`.
  const measure = (promotion: number): number => {
    const here = placed[promotion] ?? 0;
    const own = counts[promotion];
    if (here === 0 || own === undefined) return 0;
    const persons = here + (members[promotion] ?? 0);
    let sum = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      const count = own[cell] ?? 0;
      const [lower, upper] = [cells[cell]?.lower[persons] ?? 0, cells[cell]?.upper[persons] ?? 0];
      sum += count < lower ? lower - count : count > upper ? count - upper : 0;
    }
    return sum;
  };
  const move = (arc: number, by: 1 | -1) => {
    const promotion = promotionOf[arc] ?? 0;
    const own = at(counts, promotion);
    placed[promotion] = (placed[promotion] ?? 0) + by;
    for (const cell of candidateCells[candidateOf[arc] ?? 0] ?? []) own[cell] = (own[cell] ?? 0) + by;
    const deviation = measure(promotion);
    total += deviation - (deviations[promotion] ?? 0);
    deviations[promotion] = deviation;
  };
  return {
    add: (arc) => move(arc, 1),
    remove: (arc) => move(arc, -1),
    total: () => total,
    worst: () => deviations.reduce((largest, deviation) => Math.max(largest, deviation), 0),
  };
}
