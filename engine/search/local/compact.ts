import { at, type Instance, type Openings } from "../../model/instance.ts";
import { arcsBarredByPins } from "../../rules/pins.ts";
import { type Runs, slotRuns } from "./slot-runs.ts";

/** Lists of whole numbers one after the other: list i has the entries `starts[i] .. starts[i + 1] - 1` of `items`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/**
 * An instance as flat arrays, for a search that asks millions of times. Arcs, openings, candidates and promotions as in the instance; an arc
 * is known by its opening and its promotion, and nothing is kept per arc.
 */
export interface Compact {
  readonly arcs: number;
  readonly candidates: number;
  readonly promotions: number;
  readonly openings: Openings;
  openingOf(arc: number): number;
  candidateOf(arc: number): number;
  promotionOf(arc: number): number;
  /** Arcs of candidate c are `firstArc[c] .. firstArc[c + 1] - 1`. */
  readonly firstArc: Int32Array;
  /** Number of arcs into a promotion, and the i-th of them. */
  arcsIn(promotion: number): number;
  arcIn(promotion: number, i: number): number;
  /** The slots that each opening takes. */
  readonly runs: Runs;
  /** Seats of each promotion that this round can fill, placements needed if there is any, and in any case. */
  readonly seats: Int32Array;
  readonly needed: Int32Array;
  readonly owed: Int32Array;
  /** Free places of each slot. */
  readonly places: Int32Array;
  /** Whether no pin takes the arc away. */
  usable(arc: number): boolean;
}

/** Packs lists of whole numbers. */
export function packed(lists: readonly ArrayLike<number>[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = at(starts, i) + list.length;
  });
  const items = new Int32Array(at(starts, lists.length));
  let next = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      items[next] = list[i] ?? 0;
      next += 1;
    }
  }
  return { starts, items };
}

const known = new WeakMap<Instance, Compact>();

/** The instance as flat arrays; made once per instance. */
export function compactOf(instance: Instance): Compact {
  const before = known.get(instance);
  if (before !== undefined) return before;
  const compact = pack(instance);
  known.set(instance, compact);
  return compact;
}

function pack(instance: Instance): Compact {
  const { arcs, seats, round } = instance;
  const { openings, openingOf, promotionOf, ofIntake } = arcs;
  const { candidateOf, firstArc, intakes } = openings;
  const { runs, places } = slotRuns(instance);
  const barred = arcsBarredByPins(instance);
  const intakeOf = new Int32Array(seats.length);
  const placeIn = new Int32Array(seats.length);
  intakes.forEach((intake, i) => {
    intake.forEach((promotion, k) => {
      intakeOf[promotion] = i;
      placeIn[promotion] = k;
    });
  });
  return {
    arcs: arcs.count,
    candidates: round.candidates.length,
    promotions: seats.length,
    openings,
    openingOf,
    candidateOf: (arc) => candidateOf[openingOf(arc)] ?? 0,
    promotionOf,
    firstArc: Int32Array.from({ length: round.candidates.length + 1 }, (_, candidate) => arcs.firstOf(candidate)),
    arcsIn: (promotion) => ofIntake[intakeOf[promotion] ?? 0]?.length ?? 0,
    arcIn: (promotion, i) => (firstArc[ofIntake[intakeOf[promotion] ?? 0]?.[i] ?? 0] ?? 0) + (placeIn[promotion] ?? 0),
    runs,
    seats: Int32Array.from(seats, ({ free }) => free),
    needed: Int32Array.from(seats, ({ needed }) => needed),
    owed: Int32Array.from(seats, ({ owed }) => owed),
    places,
    usable: barred.size === 0 ? () => true : (arc) => !barred.has(arc),
  };
}
