import { mustStop, type RunState } from "../run-state.ts";
import type { ChainTask } from "./chain-task.ts";
import { findChains } from "./find-chains.ts";
import { openPromotions } from "./open-promotions.ts";

/** Short chains first, as they gain most for the time they take (bench/LESSONS.md). */
const CHAINS = [2, 2, 3, 4];
/** Passes over which chains of one length are sought. */
const MOST_PASSES = 3;
/** A pass that makes fewer than this part of the chains of the first is the last of its length. */
const WORTHWHILE = 0.1;
/** People asked to make room that count as one step of the budget. */
const ASKED_PER_STEP = 50;
/** Steps that a promotion held anew counts. */
const STEPS_PER_OPENED = 20;
/** Most people asked in one pass, per candidate. */
const ASKED_PER_CANDIDATE = 20;

/** What chains have to reach, and how long they may take. */
interface ChainGoal {
  /** A value that cannot be beaten. */
  readonly target: number;
  /** How many of the stages after it may not get worse. */
  readonly keep?: number;
  /** People who make room for each other one after the other, pass by pass. */
  readonly chains?: readonly number[];
  readonly maxSeconds?: number;
}

/**
 * Improves the incumbent in the stage after the given limits by promotions held anew and along alternating chains, where the stage counts people or looks at Regions; else nothing
 * happens. `maxSeconds` is a safety net; where it cuts the chains short that is noted.
 */
export function improveByChains(
  state: RunState,
  limits: readonly number[],
  { target, keep = 0, chains = CHAINS, maxSeconds = Infinity }: ChainGoal,
): void {
  const { instance, stages, position, budget, ports, clock } = state;
  const began = ports.now();
  const stop = () => {
    const isLate = mustStop(state) || ports.now() - began > maxSeconds;
    if (isLate) clock.cut = true;
    return isLate;
  };
  const task = { instance, stages, limits, keep, position, target, stop } satisfies Partial<ChainTask>;
  budget.spend(STEPS_PER_OPENED * openPromotions(task));
  for (const longest of chains) {
    let first = 0;
    for (let pass = 0; pass < MOST_PASSES && !stop(); pass++) {
      const most = Math.min(ASKED_PER_CANDIDATE * instance.round.candidates.length, budget.share(1, 1).maxSteps * ASKED_PER_STEP);
      const { made, asked } = findChains({ ...task, longest, most });
      budget.spend(Math.ceil(asked / ASKED_PER_STEP));
      if (pass === 0) first = made;
      if (made === 0 || made < WORTHWHILE * first) break;
    }
  }
}
