import type { StoppedBy } from "../../domain/result.ts";
import { type Formulation, formulate, type StageLock } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { Guide } from "../bounds/guide.ts";
import type { Share } from "../budget.ts";
import { settledValue } from "../joint-stages.ts";
import { limitReached, type RunState, type StageWork, valueAt } from "../run-state.ts";
import type { SolvedStage } from "../solved-stage.ts";
import type { Proven } from "../tighter.ts";

/** A stage while it is solved: the incumbent is the run's, what is proven of it and known about it so far is here. */
export interface StageRun {
  readonly state: RunState;
  readonly work: StageWork;
  readonly share: Share;
  /** The share of a method that leads to the stage's optimum, or the whole run to where it must go: that has its price. */
  readonly guided: Share;
  /** When its share of the seconds is over, by the run's clock. */
  readonly ends: number;
  proven: Proven;
  /** Prices of whole compositions, once a bound has found them. */
  multipliers: Float64Array | undefined;
  /** Where the relaxation's answer leads, once it is known. */
  guide: Guide | undefined;
  /** What ended the work of the last method that says so, if that is neither a proof nor a limit of the whole run. */
  endedBy: StoppedBy;
}

/** Part of the seconds left that a leading method may take, whatever the stage's share. */
const PART_FOR_GUIDED = 0.5;

/** A stage at its beginning; `known`: a bound that holds already. */
export function openStageRun(state: RunState, locks: readonly StageLock[], share: Share, known: number): StageRun {
  const stage = at(state.stages, locks.length);
  let written: Formulation | null = null;
  const formulation = () => {
    written ??= formulate(state.instance, locks, stage);
    return written;
  };
  return {
    state,
    work: { stage, locks, formulation },
    share,
    guided: { ...share, maxSeconds: Math.max(share.maxSeconds, PART_FOR_GUIDED * state.budget.secondsLeft()) },
    ends: state.ports.now() + share.fairSeconds,
    proven: { bound: settledValue(state, stage, locks) ?? known },
    multipliers: undefined,
    guide: undefined,
    endedBy: "steps",
  };
}

/** The incumbent's value in the stage. */
export function incumbentOf({ state, work }: StageRun): number {
  return valueAt(state, work.locks.length);
}

/** Whether nothing can be better. */
export function isProven(run: StageRun): boolean {
  return incumbentOf(run) === run.proven.bound;
}

/** The stage as it is left. */
export function closeStageRun(run: StageRun): SolvedStage {
  const { state, work, proven, endedBy } = run;
  // Whoever the clock or the caller stopped may end elsewhere the next time, proven or not.
  const limit = limitReached(state) ?? (state.clock.cut ? "time" : null);
  const ended = limit === "steps" && isProven(run) ? null : limit;
  return { stage: work.stage, found: incumbentOf(run), ...proven, stoppedBy: ended ?? (isProven(run) ? "proof" : endedBy) };
}
