import type { Position } from "../../search/local/position.ts";
import type { Demand } from "../demand.ts";

/** A position whose moves keep a demand met. */
export interface ForcedPosition {
  /** The position itself, with the other arcs of the demand's candidate out of use and a rule more: the demand is met. */
  readonly position: Position;
  /** The demand to be met from now on; `null`: none. */
  force(demand: Demand | null): void;
}

/** Puts a position under a demand that may change. */
export function forcing(position: Position): ForcedPosition {
  let forced: Demand | null = null;
  let wanted: ReadonlySet<number> = new Set();
  const { compact, chosen } = position;
  const isMet = () => forced === null || wanted.has(chosen[forced.candidate] ?? -1);
  return {
    position: {
      ...position,
      compact: {
        ...compact,
        usable: (arc) => compact.usable(arc) && (compact.candidateOf(arc) !== forced?.candidate || wanted.has(arc)),
      },
      breaches: [...position.breaches, () => (isMet() ? 0 : 1)],
    },
    force: (demand) => {
      forced = demand;
      wanted = new Set(demand?.arcs);
    },
  };
}
