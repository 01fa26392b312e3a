import type { Position } from "../../search/local/position.ts";
import type { Demand } from "../demand.ts";

/** Which demands a position under change meets. */
export interface DemandsMet {
  /** Looks at the position anew. */
  reset(): void;
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
  return {
    reset: () => {
      met.clear();
      for (const arc of chosen) {
        const demand = demandOf.get(arc);
        if (demand !== undefined) met.add(demand);
      }
    },
    accept: () => {
      for (let i = 0; i < position.changes(); i++) {
        const arc = position.changedArc(i);
        const demand = demandOf.get(arc);
        if (demand === undefined) continue;
        const own = chosen[compact.candidateOf(arc)] ?? -1;
        if (own >= 0 && demandOf.get(own) === demand) met.add(demand);
        else met.delete(demand);
      }
    },
    now: () => met,
  };
}
