import { at, type Instance } from "../../model/instance.ts";
import { openPosition } from "../local/position.ts";
import type { SolvedStage } from "../solved-stage.ts";
import { takeFreePlaces } from "./free-moves.ts";
import { exchangeAlongCycles } from "./preferred-cycles.ts";
import { groupsOfAlike, putPriorityFirst } from "./put-priority-first.ts";
import { tierKeeper } from "./tier-keeper.ts";

/** A placement with the stages it was solved by. */
interface Solved {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

const MOST_ROUNDS = 100;

/**
 * Leaves no exchange undone that everybody in it prefers and that costs no tier anything (guarantee G8), and nobody with reserve priority
 * behind somebody alike (G7): what a search that ended before its proof may leave, or what no tier counts. Every tier keeps its value or
 * betters it, within its lock; the draw is what it then is. Deterministic, and bounded by steps.
 */
export function settleExchanges<T extends Solved>(instance: Instance, solved: T): T {
  const { arcs, stages } = solved;
  const position = openPosition(
    instance,
    stages.map(({ stage }) => stage),
    arcs,
  );
  const accepted = tierKeeper(instance, stages, position);
  const alike = groupsOfAlike(instance);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = takeFreePlaces(instance, position, accepted) + exchangeAlongCycles(instance, position, accepted);
    if (moved + putPriorityFirst(instance, position, accepted, alike) === 0) break;
  }
  const chosen = position.arcs();
  if (chosen.length === arcs.length && chosen.every((arc, index) => arc === arcs[index])) return solved;
  const isDraw = ({ stage }: SolvedStage) => stage.objectives.includes("lottery");
  return {
    ...solved,
    arcs: chosen,
    stages: stages.map((stage, i) => (isDraw(stage) ? { ...stage, found: at(position.dials, i).value() } : stage)),
  };
}
