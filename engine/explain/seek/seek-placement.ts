import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { openWalk } from "../walk/walk.ts";

/** Moves of the searches for one demand, one after the other until nothing breaks. */
const MOVES = [1_000, 3_000, 10_000, 10_000];
/** Moves that count as one step of the effort. */
export const MOVES_PER_STEP = 50;

/**
 * The lawful placement with a demand met that keeps the most stages of a base run, and of these goes least beyond the first one it breaks, of
 * those that walks pass; `null` where none does. The same demand gives the same answer.
 */
export function seekPlacement(base: BaseRun, demand: Demand, effort: Effort): readonly number[] | null {
  if (demand.arcs.length === 0 || !effort.isLeft()) return null;
  const walk = openWalk(base, [demand]);
  const stop = () => !effort.isLeft();
  for (const [part, moves] of MOVES.entries()) {
    if (walk.isSettled(0) || !effort.isLeft()) break;
    effort.spend(Math.ceil(walk.seek({ demand: 0, moves, part: String(part), stop }) / MOVES_PER_STEP));
  }
  return walk.witness(0)?.arcs() ?? null;
}
