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
export function openMet(demands: readonly Demand[], position: Position): DemandsMet {
  const demandOf = new Map(demands.flatMap(({ arcs }, i) => arcs.map((arc) => [arc, i] as const)));
  const met = new Set<number>();
  const { chosen, compact } = position;
  const isMet = (demand: number, candidate: number) => {
    const own = chosen[candidate] ?? -1;
    return own >= 0 && demandOf.get(own) === demand;
  };
  const touched = new Set<number>();
  const changes = function* (): Generator<readonly [demand: number, isMet: boolean]> {
    touched.clear();
    for (let i = 0; i < position.changes(); i++) {
      const arc = position.changedArc(i);
      const demand = demandOf.get(arc) ?? -1;
      if (demand < 0 || touched.has(demand)) continue;
      touched.add(demand);
      const now = isMet(demand, compact.candidateOf(arc));
      if (now !== met.has(demand)) yield [demand, now];
    }
  };
  return {
    reset: () => {
      met.clear();
      for (const arc of chosen) {
        const demand = demandOf.get(arc);
        if (demand !== undefined) met.add(demand);
      }
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
