import type { Instance } from "../model/instance.ts";
import type { Position } from "../search/local/position.ts";
import type { Demand } from "./demand.ts";

/** Which demands a position under change meets. */
export interface DemandsMet {
  /** Looks at the position anew. */
  reset(): void;
  /** How many more demands that count are met than when the position was accepted last. */
  gain(counts: (demand: number) => boolean): number;
  /** Takes over what has changed; call before the position itself is accepted. */
  accept(): void;
  /** The demands met when the position was accepted last. */
  now(): Iterable<number>;
}

/** Follows demands that share no arc. */
export function openMet({ arcs }: Instance, demands: readonly Demand[], position: Position): DemandsMet {
  const demandOf = new Int32Array(arcs.count).fill(-1);
  demands.forEach((demand, i) => {
    for (const arc of demand.arcs) demandOf[arc] = i;
  });
  const met = new Set<number>();
  const { chosen, compact } = position;
  const isMet = (demand: number, candidate: number) => {
    const own = chosen[candidate] ?? -1;
    return own >= 0 && demandOf[own] === demand;
  };
  const touched = new Set<number>();
  const changes = function* (): Generator<readonly [demand: number, isMet: boolean]> {
    touched.clear();
    for (let i = 0; i < position.changes(); i++) {
      const arc = position.changedArc(i);
      const demand = demandOf[arc] ?? -1;
      if (demand < 0 || touched.has(demand)) continue;
      touched.add(demand);
      const now = isMet(demand, compact.candidateOf[arc] ?? 0);
      if (now !== met.has(demand)) yield [demand, now];
    }
  };
  return {
    reset: () => {
      met.clear();
      for (const arc of chosen) if (arc >= 0 && (demandOf[arc] ?? -1) >= 0) met.add(demandOf[arc] ?? -1);
    },
    gain: (counts) => {
      let sum = 0;
      for (const [demand, now] of changes()) if (counts(demand)) sum += now ? 1 : -1;
      return sum;
    },
    accept: () => {
      for (const [demand, now] of changes()) {
        if (now) met.add(demand);
        else met.delete(demand);
      }
    },
    now: () => met,
  };
}
