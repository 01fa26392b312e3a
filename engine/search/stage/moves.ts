import { isComposition } from "../../domain/composition.ts";
import { isOfDaysOrWishes } from "../../domain/days-and-wishes.ts";
import { isLargestDelay } from "../bounds/relaxation.ts";
import { improveByMoves, type Thoroughness } from "../local/improve-by-moves.ts";
import { isSolvedWhole } from "../round-size.ts";
import type { Method } from "./methods.ts";

const MOVES_OF_SMALL: Thoroughness = {
  perCandidate: 60,
  fewest: 500,
  most: 200_000,
  forComposition: 4,
  forDraw: 8,
  hottest: 0.7,
};
/** Under locks on composition the program with the sizes kept finds the best of days and wishes from wherever moves leave it. */
const MOVES_BEFORE_SIZES: Thoroughness = { ...MOVES_OF_SMALL, perCandidate: 15 };
/** Where no solver takes over, moves have to do more. */
const MOVES_OF_LARGE: Thoroughness = { ...MOVES_OF_SMALL, perCandidate: 480, most: 800_000, forComposition: 2, forDraw: 0.25 };
/** Where each move takes long. */
const MOVES_OF_HUGE: Thoroughness = { ...MOVES_OF_SMALL, perCandidate: 120, forComposition: 8, forDraw: 1 };
/** Part of a large round's share for moves; neighbourhoods have what is left of it. */
const PART_FOR_MOVES = 0.5;

/** Annealing from the incumbent, within a part of the stage's seconds. What a kernel leaves is no matter of moves. */
const moves =
  (how: Thoroughness, part: number): Method =>
  async ({ state, work, share, proven, guide }) => {
    const limits = work.locks.map(({ limit }) => limit);
    if (guide === undefined)
      improveByMoves(state, limits, "thorough", how, { target: proven.bound, maxSeconds: part * share.fairSeconds });
  };

export const movesOfSmall: Method = (run) => {
  const { stage, locks } = run.work;
  const { instance } = run.state;
  const isSum = isOfDaysOrWishes(stage.objectives) && !isLargestDelay(stage);
  const isFoundBySizes = isSum && isSolvedWhole(instance) && locks.some((lock) => isComposition(lock.stage.objectives));
  return moves(isFoundBySizes ? MOVES_BEFORE_SIZES : MOVES_OF_SMALL, 1)(run);
};
export const movesOfLarge = moves(MOVES_OF_LARGE, PART_FOR_MOVES);
export const movesOfHuge = moves(MOVES_OF_HUGE, PART_FOR_MOVES);

/** Moves with all the seconds of a stage that has few of them, and nothing else: on another machine it may have more. */
export const movesInHaste: Method = async (run) => {
  await moves(MOVES_OF_LARGE, 1)(run);
  run.state.clock.cut = true;
  run.endedBy = "time";
};
