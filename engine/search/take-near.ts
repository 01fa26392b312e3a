import type { StageLock } from "../formulate/formulate.ts";
import { at } from "../model/instance.ts";
import { better } from "./allowance.ts";
import { improveByMoves, type Thoroughness } from "./improve-by-moves.ts";
import { isLawful, moveTo } from "./local/move-to.ts";
import { limitReached, type RunState, valueAt } from "./run-state.ts";
import type { BoundAnswer } from "./stage-bound.ts";

/** What a placement near a relaxation's answer has lost of an earlier stage is a few persons: few moves win them back, or none do. */
const MENDING: Thoroughness = { perCandidate: 4, fewest: 300, most: 20_000, forComposition: 5, forDraw: 1, hottest: 0.12 };

/** Arcs beyond which only the most promising placement is tried: each takes as long as a start. */
const MANY_ARCS = 120_000;

/**
 * Makes placements near the answer of a stage's relaxation the incumbent where moves can mend what they break of the locks, and they are then better in
 * the stage. Moves alone find neither which promotions to hold nor who must change for one person more (bench/LESSONS.md).
 */
export function takeNear(state: RunState, locks: readonly StageLock[], { near = [] }: Pick<BoundAnswer, "near">): void {
  const limits = locks.map(({ limit }) => limit);
  const tried = state.instance.arcs.count > MANY_ARCS ? near.slice(0, 1) : near;
  for (const make of tried) if (limitReached(state) === null) tryPlacement(state, limits, make());
}

function tryPlacement(state: RunState, limits: readonly number[], arcs: readonly number[]): void {
  const { position, stages } = state;
  const before = position.arcs();
  const value = valueAt(state, limits.length);
  const isBroken = (index: number) => better(at(limits, index), valueAt(state, index), at(stages, index).sense);
  if (!moveTo(position, arcs)) return;
  if (!isLawful(position)) {
    position.undo();
    return;
  }
  position.accept();
  const isMended = limits.every((_, index) => {
    if (isBroken(index)) improveByMoves(state, limits.slice(0, index), `near ${limits.length}`, MENDING);
    return !isBroken(index);
  });
  if (isMended && better(valueAt(state, limits.length), value, at(stages, limits.length).sense)) return;
  moveTo(position, before);
  position.accept();
}
