import type { Relaxation } from "./relaxation.ts";

/** A relaxation in which every candidate has only some of their arcs: arc k is the whole one's `arcs[k]`. */
export interface Shortlist {
  readonly relaxation: Relaxation;
  readonly arcs: Int32Array;
}

/**
 * The arcs of each candidate with the least reduced cost, at most `most` of them, in their order. What is chosen at prices nearby is among them nearly always,
 * and an evaluation takes as long as there are arcs. It bounds nothing: only the whole relaxation does.
 */
export function shortlist(whole: Relaxation, reduced: Float64Array, most: number): Shortlist {
  const { network, features, mostDelay } = whole;
  const count = network.starts.length - 1;
  const starts = new Int32Array(count + 1);
  const arcs = new Int32Array(Math.min(network.arcs.length, count * most));
  const best = new Int32Array(most);
  let kept = 0;
  for (let c = 0; c < count; c++) {
    let length = 0;
    for (let j = network.starts[c] ?? 0, end = network.starts[c + 1] ?? 0; j < end; j++) {
      if ((features.delayDays[j] ?? 0) > mostDelay) continue;
      const cost = reduced[j] ?? 0;
      if (length === most && cost >= (reduced[best[length - 1] ?? 0] ?? 0)) continue;
      let place = length === most ? length - 1 : length;
      while (place > 0 && (reduced[best[place - 1] ?? 0] ?? 0) > cost) {
        best[place] = best[place - 1] ?? 0;
        place -= 1;
      }
      best[place] = j;
      if (length < most) length += 1;
    }
    arcs.set(best.subarray(0, length).sort(), kept);
    kept += length;
    starts[c + 1] = kept;
  }
  return { relaxation: restrictedTo(whole, starts, arcs.subarray(0, kept)), arcs: arcs.subarray(0, kept) };
}

/** The relaxation with these arcs only; candidate c has those from `starts[c]` to `starts[c + 1] - 1`. */
function restrictedTo(whole: Relaxation, starts: Int32Array, arcs: Int32Array): Relaxation {
  const { network, features, objective, locks } = whole;
  const weightsOf = ({ weights }: { readonly weights: Float64Array }) => pick(weights, arcs, new Float64Array(arcs.length));
  const ints = (list: Int32Array) => pick(list, arcs, new Int32Array(arcs.length));
  const marks = (list: Uint8Array) => pick(list, arcs, new Uint8Array(arcs.length));
  return {
    ...whole,
    network: {
      ...network,
      starts,
      arcs: ints(network.arcs),
      openings: ints(network.openings),
      intakeOf: ints(network.intakeOf),
      ...spansOf(whole, arcs),
    },
    features: {
      ...features,
      regionOf: ints(features.regionOf),
      lowSkilled: marks(features.lowSkilled),
      elsewhere: marks(features.elsewhere),
      delayDays: ints(features.delayDays),
    },
    objective: { ...objective, weights: weightsOf(objective) },
    locks: locks.map((lock) => ({ ...lock, weights: weightsOf(lock) })),
  };
}

/** The entries of a list at some places, written to `to`. */
function pick<T extends Float64Array | Int32Array | Uint8Array>(list: T, places: Int32Array, to: T): T {
  for (let k = 0; k < places.length; k++) to[k] = list[places[k] ?? 0] ?? 0;
  return to;
}

/** The slots of these arcs. */
function spansOf({ network }: Relaxation, arcs: Int32Array) {
  const { spanStarts: starts, spanFrom, spanUntil } = network;
  const spanStarts = new Int32Array(arcs.length + 1);
  arcs.forEach((j, k) => {
    spanStarts[k + 1] = (spanStarts[k] ?? 0) + (starts[j + 1] ?? 0) - (starts[j] ?? 0);
  });
  const from = new Int32Array(spanStarts[arcs.length] ?? 0);
  const until = new Int32Array(from.length);
  let next = 0;
  for (const j of arcs) {
    for (let i = starts[j] ?? 0, end = starts[j + 1] ?? 0; i < end; i++, next++) {
      from[next] = spanFrom[i] ?? 0;
      until[next] = spanUntil[i] ?? 0;
    }
  }
  return { spanStarts, spanFrom: from, spanUntil: until };
}
