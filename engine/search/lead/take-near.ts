import type { StageLock } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import { better } from "../allowance.ts";
import { improveByChains } from "../chains/improve-by-chains.ts";
import type { BoundAnswer } from "../crew/stage-bound.ts";
import { improveByMoves, type Thoroughness } from "../local/improve-by-moves.ts";
import { isLawful, moveTo } from "../local/move-to.ts";
import { randomFrom } from "../random.ts";
import { isHuge } from "../round-size.ts";
import { limitReached, type RunState, valueAt } from "../run-state.ts";
import { nearKeeping } from "./near-keeping.ts";

/** What a placement near a relaxation's answer has lost of an earlier stage is a few persons: few moves win them back, or none do. */
const MENDING: Thoroughness = { perCandidate: 4, fewest: 300, most: 20_000, forComposition: 5, forDraw: 1, hottest: 0.12 };

/** A gap that another placement near the same answer may close: so many units, or this part of the value. */
const FEW_UNITS = 3;
const SMALL_PART = 0.01;
/** How many more are tried then. */
const MORE = 12;
/** Placements that are tried in a large round, where each takes as long as a start. */
const MORE_OF_LARGE = 4;

/**
 * Makes placements near the answer of a stage's relaxation the incumbent where moves can mend what they break of the locks, and they are then better in
 * the stage; in a huge round until one is, as each takes as long as a start. Moves alone find neither which promotions to hold nor
 * who must change for one person more (bench/LESSONS.md).
 */
export function takeNear(state: RunState, locks: readonly StageLock[], { near = [], bound }: BoundAnswer): void {
  const { instance } = state;
  const limits = locks.map(({ limit }) => limit);
  const gap = () => Math.abs(valueAt(state, limits.length) - bound);
  const random = randomFrom(`${instance.round.seed}\nnear ${limits.length}`);
  if (isHuge(instance)) {
    const isOver = () => gap() === 0 || limitReached(state) !== null;
    for (const make of nearKeeping(state, near, MORE_OF_LARGE, random))
      if (isOver() || tryPlacement(state, limits, make())) return;
    return;
  }
  for (const make of near) {
    if (gap() > 0 && limitReached(state) === null) tryPlacement(state, limits, make());
  }
  if (near.length === 0 || gap() > Math.max(FEW_UNITS, SMALL_PART * Math.abs(bound))) return;
  for (let i = 0; i < MORE && gap() > 0 && limitReached(state) === null; i++) {
    tryPlacement(state, limits, at(near, i % near.length)(random));
  }
}

/**
 * Wins a stage before the current one back by moves; in a huge round, where these lose hundreds of people for the sake of one (bench/LESSONS.md), along
 * chains that keep the stages after it, and that win a few units back or none.
 */
function mend(state: RunState, limits: readonly number[], index: number): void {
  const before = limits.slice(0, index);
  const limit = at(limits, index);
  if (isHuge(state.instance)) {
    if (Math.abs(valueAt(state, index) - limit) > FEW_UNITS) return;
    improveByChains(state, before, { target: limit, keep: limits.length - index - 1 });
  } else improveByMoves(state, before, `near ${limits.length}`, MENDING);
}

/** Makes a placement the incumbent where what it breaks of the locks can be mended, and it is then better in the stage after them; whether it was. */
export function tryPlacement(state: RunState, limits: readonly number[], arcs: readonly number[]): boolean {
  const { position, stages } = state;
  const before = position.arcs();
  const value = valueAt(state, limits.length);
  const isBroken = (index: number) => better(at(limits, index), valueAt(state, index), at(stages, index).sense);
  if (!moveTo(position, arcs)) return false;
  if (!isLawful(position)) {
    position.undo();
    return false;
  }
  position.accept();
  const isMended = limits.every((_, index) => {
    if (isBroken(index)) mend(state, limits, index);
    return !isBroken(index);
  });
  if (isMended && better(valueAt(state, limits.length), value, at(stages, limits.length).sense)) return true;
  moveTo(position, before);
  position.accept();
  return false;
}
