import type { BySolver } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { searchNeighbourhoods } from "../neighbourhood/neighbourhood-search.ts";
import { limitReached, type RunState, valueAt } from "../run-state.ts";
import type { Proven } from "../tighter.ts";
import { hasSizes } from "./keep-sizes.ts";
import { jointProgram, type SmallWork, solveWhole } from "./solve-whole.ts";

/** Promotions up to which a neighbourhood is not smaller than the whole. */
const FEW_PROMOTIONS = 5;
/** Part of a stage's share for neighbourhoods. */
const PART_FOR_NEIGHBOURHOODS = 0.6;
/** Steps for a first look at a small program: nearly all are solved by then. */
const FIRST_STEPS = 60_000;
/** Steps with the sizes kept: half of what nearly all of these programs need at most. */
const KEPT_STEPS = 4_000;
/** The draw has nothing to prove, and beyond so many arcs moves find better ones sooner than the solver does (bench/LESSONS.md). */
const MOST_ARCS_FOR_DRAW = 300;
/** Steps of the solver for it. */
const LOTTERY_STEPS = 3_000;

/**
 * A small program goes to the solver first with the sizes of the incumbent, which finds the best there is or nearly so in a fraction of the time, then
 * whole: briefly, and again with all that is left, and searches of the solver's own, where neighbourhoods have not reached the bound in between.
 * Later stages that only break its ties are settled by the same program.
 */
export async function solveSmall(state: RunState, work: SmallWork, share: Share, known: Proven): Promise<BySolver> {
  const { instance, position } = state;
  const isDraw = work.stage.objectives.includes("lottery");
  if (isDraw && instance.arcs.count > MOST_ARCS_FOR_DRAW) return { proven: known, stoppedBy: "steps" };
  // Moves find the least of a largest deviation worst of all.
  const improveStart = work.stage.objectives.includes("worst-promotion");
  const program = { ...jointProgram(state, work), improveStart, sizes: "any" } as const;
  if (isDraw) {
    return solveWhole(state, program, { ...share, maxSteps: Math.min(share.maxSteps, LOTTERY_STEPS) }, known);
  }
  const within = (most: number): Share => ({ ...share, maxSteps: Math.min(share.maxSteps, most) });
  const isDone = ({ proven }: BySolver) => valueAt(state, work.locks.length) === proven.bound || limitReached(state) !== null;
  if (hasSizes(instance, program.formulation())) {
    const kept = await solveWhole(state, { ...program, sizes: "kept" }, within(KEPT_STEPS), known);
    if (isDone(kept) || kept.stoppedBy === "error") return kept;
  }
  const first = await solveWhole(state, program, within(FIRST_STEPS), known);
  const { proven, stoppedBy } = first;
  if (isDone(first) || stoppedBy === "error") return first;
  if (position.compact.promotions > FEW_PROMOTIONS) {
    await searchNeighbourhoods(state, work, {
      maxSteps: share.maxSteps * PART_FOR_NEIGHBOURHOODS,
      maxSeconds: share.fairSeconds * PART_FOR_NEIGHBOURHOODS,
      bound: proven.bound,
    });
  }
  return isDone(first) ? first : solveWhole(state, { ...program, improveStart: true }, share, proven);
}
