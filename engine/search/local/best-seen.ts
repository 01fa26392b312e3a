import { chosenArcs } from "./occupancy.ts";

/** The best placement met, kept by copying only what has changed since. */
export interface BestSeen {
  /** Notes that a candidate's arc may have changed. */
  note(candidate: number): void;
  /** The placement as it is now is the best. */
  keep(): void;
  /** Arcs of the best placement, ascending. */
  arcs(): readonly number[];
}

/** `chosen`: arc per candidate or -1, as it is now; the first best. */
export function openBestSeen(chosen: Int32Array): BestSeen {
  const best = chosen.slice();
  const changed = new Int32Array(chosen.length);
  const marked = new Uint8Array(chosen.length);
  let length = 0;
  return {
    note: (candidate) => {
      if (marked[candidate] === 1) return;
      marked[candidate] = 1;
      changed[length] = candidate;
      length += 1;
    },
    keep: () => {
      for (let i = 0; i < length; i++) {
        const candidate = changed[i] ?? 0;
        best[candidate] = chosen[candidate] ?? -1;
        marked[candidate] = 0;
      }
      length = 0;
    },
    arcs: () => chosenArcs({ chosen: best }),
  };
}
