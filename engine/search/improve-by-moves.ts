import type { ObjectiveId } from "../domain/policy.ts";
import { at } from "../model/instance.ts";
import { anneal } from "./local/anneal.ts";
import { mustStop, type RunState } from "./run-state.ts";

/** How thoroughly moves are tried: moves per candidate, within bounds. */
export interface Thoroughness {
  readonly perCandidate: number;
  readonly fewest: number;
  readonly most: number;
  /** Temperature at the start, in units of the stage. */
  readonly hottest: number;
}

/** Objectives that solvers find hardest and moves help most: they get more of them. */
const COMPOSITION: readonly ObjectiveId[] = ["worst-promotion", "representativeness"];
const COMPOSITION_FACTOR = 4;
/** Annealing moves that count as one step of the budget. */
const MOVES_PER_STEP = 50;

/** Whether a stage is about the composition of promotions. */
export function isComposition(objectives: readonly ObjectiveId[]): boolean {
  return objectives.some((id) => COMPOSITION.includes(id));
}

/**
 * Anneals the incumbent for the stage after the given limits, never more moves than the step budget has room for; `part` tells repeated
 * calls apart. `target`: a value that cannot be beaten; `maxSeconds`: a safety net, noted where it ends the moves early.
 */
export function improveByMoves(
  state: RunState,
  limits: readonly number[],
  part: string,
  how: Thoroughness,
  { target, maxSeconds = Infinity }: { readonly target?: number; readonly maxSeconds?: number } = {},
): void {
  const { instance, stages, budget, position, ports } = state;
  const ends = ports.now() + maxSeconds;
  const stage = at(stages, limits.length);
  const { candidates, seed } = instance.round;
  const factor = isComposition(stage.objectives) ? COMPOSITION_FACTOR : 1;
  const wanted = factor * Math.min(how.most, Math.max(how.fewest, candidates.length * how.perCandidate));
  const moves = Math.min(wanted, budget.share(1, 1).maxSteps * MOVES_PER_STEP);
  budget.spend(Math.ceil(moves / MOVES_PER_STEP));
  anneal({
    instance,
    stages,
    limits,
    arcs: position.arcs(),
    position,
    moves,
    seed: `${seed}\n${limits.length}\n${part}`,
    hottest: how.hottest,
    ...(target === undefined ? {} : { target }),
    stop: () => {
      const late = ports.now() >= ends;
      if (late) state.clock.cut = true;
      return late || mustStop(state);
    },
  });
}
