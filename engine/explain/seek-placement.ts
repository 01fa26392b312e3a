import type { BaseRun } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import { openWalk } from "./walk.ts";

/** Walks for one demand, one after the other until nothing breaks: drawn gently first, then so that it is met at any price. */
const STRETCHES = [
  { moves: 6_000, pull: 0.5 },
  { moves: 3_000, pull: 3 },
  { moves: 12_000, pull: 0.6 },
];
/** Moves that count as one step of the effort. */
export const MOVES_PER_STEP = 50;

/**
 * The lawful placement with a demand met that keeps the most stages of a base run, and of these goes least beyond the first one it breaks, of
 * those that walks pass; `null` where none does. The same demand gives the same answer.
 */
export function seekPlacement(base: BaseRun, demand: Demand, effort: Effort): readonly number[] | null {
  if (demand.arcs.length === 0) return null;
  const walk = openWalk(base, [demand], `${demand.candidate} ${demand.arcs.join()}`);
  const horizon = base.stages.length;
  for (const { moves, pull } of STRETCHES) {
    if (walk.keeps(0, horizon) || !effort.isLeft()) break;
    effort.spend(Math.ceil(walk.stretch({ active: [0], moves, pull, horizon, stop: () => !effort.isLeft() }) / MOVES_PER_STEP));
  }
  return walk.witness(0)?.arcs() ?? null;
}
