import type { StageLock } from "../formulate/formulate.ts";
import type { Share } from "./budget.ts";
import { askForBound } from "./crew/pending-bounds.ts";
import { limitReached, type RunState } from "./run-state.ts";
import type { SolvedStage } from "./solved-stage.ts";
import { planOf } from "./stage/plan.ts";
import { closeStageRun, isProven, openStageRun } from "./stage/stage-run.ts";

/**
 * Solves the stage after the given locks, from the incumbent and into it, by the methods of its plan, each only while value and bound differ.
 * `known`: a bound that holds already. A stage that reaches its bound is proven; what ended any other is said.
 */
export async function solveStage(
  state: RunState,
  locks: readonly StageLock[],
  share: Share,
  known: number,
): Promise<SolvedStage> {
  const run = openStageRun(state, locks, share, known);
  if (isProven(run) || limitReached(state) !== null) return closeStageRun(run);
  if (locks.length < state.led.count) {
    askForBound(state, run.work, { ...share, fairSeconds: state.budget.secondsLeft() });
    return closeStageRun(run);
  }
  for (const method of planOf(run)) {
    if (isProven(run)) break;
    await method(run);
  }
  return closeStageRun(run);
}
