import { at } from "../../model/instance.ts";
import type { Share } from "../budget.ts";
import { type RunState, report, type StageWork, valueAt } from "../run-state.ts";
import type { SolvedStage } from "../solved-stage.ts";
import { tighter } from "../tighter.ts";
import { answerBoundTask } from "./answer-bound-task.ts";
import type { BoundTask } from "./bound-task.ts";

/** Most steps set aside for the bound of one stage: beyond them prices of a year gain next to nothing (bench/LESSONS.md). */
const MOST_STEPS = 60_000;
/** Part of a stage's steps that may be set aside for its bound. */
const PART_OF_STEPS = 0.5;
/** Part of the seconds left for the bound of the worst promotion, as that of representativeness waits for it. */
const PART_FOR_WORST = 0.25;

/**
 * Asks for the thorough bound of the stage at work, on another thread where there is one, here otherwise. Nothing that the search does
 * depends on the answer, and its steps are spent in advance: so the answer may come whenever it does.
 */
export function askForBound(state: RunState, { locks }: StageWork, share: Share): void {
  const { ports, budget, position, instance } = state;
  const part = at(state.stages, locks.length).objectives.includes("worst-promotion") ? PART_FOR_WORST : 1;
  const maxSteps = Math.min(MOST_STEPS, Math.ceil(share.maxSteps * PART_OF_STEPS));
  const task: BoundTask = {
    round: instance.round,
    locks: locks.map(({ limit, bound }) => ({ limit, bound })),
    arcs: position.arcs(),
    value: valueAt(state, locks.length),
    maxSteps,
    maxSeconds: ports.crew === undefined ? share.fairSeconds * PART_OF_STEPS : part * budget.secondsLeft(),
  };
  budget.spend(maxSteps);
  const cancelled = () => ports.cancelled?.() ?? false;
  const answer = ports.crew?.bound(task, cancelled) ?? answerBoundTask(instance, task, ports);
  state.pending.push({ index: locks.length, answer });
}

/** Waits for the bounds that were asked for, and gives each stage what is proven of it. */
export async function settleBounds(state: RunState, solved: readonly SolvedStage[]): Promise<readonly SolvedStage[]> {
  const settled = [...solved];
  for (const { index, answer } of state.pending) {
    const bound = await answer;
    const stage = settled[index];
    if (bound === null || stage === undefined) continue;
    const proven = tighter(stage, bound, stage.stage.sense);
    // Whatever the clock cut short may end elsewhere the next time, proven or not.
    const cut = bound.limit === "time" || bound.limit === "cancel" ? bound.limit : null;
    const isProven = stage.stoppedBy === "steps" && stage.found === proven.bound;
    settled[index] = { ...stage, ...proven, stoppedBy: cut ?? (isProven ? "proof" : stage.stoppedBy) };
    report(state, stage.stage, { incumbent: stage.found, bound: proven.bound });
  }
  return settled;
}
