import { at, type Instance } from "../../model/instance.ts";
import { slotsOf } from "../../model/slots.ts";
import { arcsBarredByPins } from "../../rules/pins.ts";

/** Lists of whole numbers one after the other: list i has the entries `starts[i] .. starts[i + 1] - 1` of `items`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** An instance as flat arrays, for a search that asks millions of times. Arcs, candidates, promotions and slots as in the instance. */
export interface Compact {
  readonly arcs: number;
  readonly candidates: number;
  readonly promotions: number;
  readonly candidateOf: Int32Array;
  readonly promotionOf: Int32Array;
  /** Arcs of candidate c are `firstArc[c] .. firstArc[c + 1] - 1`. */
  readonly firstArc: Int32Array;
  readonly arcsOfPromotion: Lists;
  readonly slotsOfArc: Lists;
  /** Seats of each promotion that this round can fill, placements needed if there is any, and in any case. */
  readonly seats: Int32Array;
  readonly needed: Int32Array;
  readonly owed: Int32Array;
  /** Free places of each slot. */
  readonly places: Int32Array;
  /** 1 where no pin takes the arc away. */
  readonly usable: Uint8Array;
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
  const { arcs, seats } = instance;
  const candidates = instance.round.candidates.length;
  const { slots, slotsOf: slotsOfArc } = slotsOf(instance);
  const barred = arcsBarredByPins(instance);
  const usable = new Uint8Array(arcs.count).fill(1);
  for (const arc of barred) usable[arc] = 0;
  return {
    arcs: arcs.count,
    candidates,
    promotions: seats.length,
    candidateOf: Int32Array.from({ length: arcs.count }, (_, arc) => arcs.candidateOf(arc)),
    promotionOf: Int32Array.from({ length: arcs.count }, (_, arc) => arcs.promotionOf(arc)),
    firstArc: Int32Array.from({ length: candidates + 1 }, (_, candidate) => arcs.firstOf(candidate)),
    arcsOfPromotion: packed(seats.map((_, promotion) => arcs.ofPromotion(promotion))),
    slotsOfArc: packed(slotsOfArc),
    seats: Int32Array.from(seats, ({ free }) => free),
    needed: Int32Array.from(seats, ({ needed }) => needed),
    owed: Int32Array.from(seats, ({ owed }) => owed),
    places: Int32Array.from(slots, ({ free }) => free),
    usable,
  };
}
