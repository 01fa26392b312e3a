import { isComposition } from "../../domain/composition.ts";
import { at } from "../../model/instance.ts";
import { mustStop, type RunState } from "../run-state.ts";
import { anneal } from "./anneal.ts";

/** How thoroughly moves are tried: moves per candidate, within bounds. */
export interface Thoroughness {
  readonly perCandidate: number;
  readonly fewest: number;
  readonly most: number;
  /** How many times as many for the composition of promotions: what solvers find hardest and moves help most. */
  readonly forComposition: number;
  /** The same for the draw, which mostly no solver takes over. */
  readonly forDraw: number;
  /** Temperature at the start, in units of the stage. */
  readonly hottest: number;
}

/** Annealing moves that count as one step of the budget. */
const MOVES_PER_STEP = 50;

/** Part of the seconds before which moves that lag behind the clock are not hurried. */
const TOO_EARLY_TO_TELL = 0.25;

/**
 * Anneals the incumbent for the stage after the given limits, never more moves than the step budget has room for; `part` tells repeated
 * calls apart. `target`: a value that cannot be beaten; `maxSeconds`: a safety net; where it is too short for the moves they are hurried, and that is noted.
 */
export function improveByMoves(
  state: RunState,
  limits: readonly number[],
  part: string,
  how: Thoroughness,
  { target, maxSeconds = Infinity }: { readonly target?: number; readonly maxSeconds?: number } = {},
): void {
  const { instance, stages, budget, position, ports } = state;
  const began = ports.now();
  const stage = at(stages, limits.length);
  const { candidates, seed } = instance.round;
  const factor = isComposition(stage.objectives) ? how.forComposition : stage.objectives.includes("lottery") ? how.forDraw : 1;
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
    stop: () => mustStop(state),
    pace: (done) => {
      const part = (ports.now() - began) / maxSeconds;
      // At first it says little: code is compiled while it runs.
      if (part <= Math.max(done, TOO_EARLY_TO_TELL)) return done;
      state.clock.cut = true;
      return part;
    },
  });
}
