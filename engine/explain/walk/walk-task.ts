import type { WalkAnswer, WalkTask } from "../../search/crew/crew.ts";
import type { RunPorts } from "../../search/run.ts";
import type { BaseRun } from "../base-run.ts";
import { openWalk, type Witness } from "./walk.ts";

/** Placements that were known before: only what they keep matters here. */
const KNOWN: Witness["arcs"] = () => [];

/** Walks for the demands of a task, from its placement and with what is known when it was written: the same task gives the same answer unless the clock ends it. */
export function answerWalkTask(
  base: BaseRun,
  { demands, known, most, walked, moves, part, maxMoves, maxSeconds }: Omit<WalkTask, "round" | "arcs" | "stages">,
  { now, cancelled }: Pick<RunPorts, "now" | "cancelled">,
): WalkAnswer {
  const ends = now() + maxSeconds;
  const isOver = () => now() >= ends || cancelled?.() === true;
  const walk = openWalk(base, demands, most);
  known.forEach((keep, demand) => {
    if (keep !== null) walk.offer(demand, { ...keep, arcs: KNOWN });
  });
  let done = 0;
  for (const demand of walked) {
    if (done >= maxMoves || isOver()) break;
    if (walk.isSettled(demand)) continue;
    done += walk.seek({ demand, moves: Math.min(moves, maxMoves - done), part, stop: isOver });
  }
  const found = demands.flatMap((_, demand) => {
    const witness = walk.witness(demand);
    if (witness === null || witness.arcs === KNOWN) return [];
    return [{ demand, kept: witness.kept, beyond: witness.beyond, arcs: witness.arcs() }];
  });
  return { found, ahead: walk.ahead(), moves: done };
}
