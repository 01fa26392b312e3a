import { isComposition } from "../../domain/composition.ts";
import { formulate, type StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { weightedReading } from "../../model/gauge.ts";
import { at } from "../../model/instance.ts";
import { weightedSum } from "../../model/linear-expression.ts";
import { programBound } from "../bounds/assignment-bound.ts";
import { canRelax, isLargestDelay } from "../bounds/relaxation.ts";
import { isBefore } from "../compare-values.ts";
import { isStrict } from "../joint-stages.ts";
import { isLawful, moveTo } from "../local/move-to.ts";
import { openPosition } from "../local/position.ts";
import { solveByKernel } from "../programs/kernel.ts";
import { isHuge, isLarge } from "../round-size.ts";
import { type RunState, report, valueAt } from "../run-state.ts";
import { takeNear } from "./take-near.ts";

/** Arcs of a large round for each second left, below which there is no time for a program of each stage. */
const ARCS_PER_SECOND = 1_000;
/** Arcs of a program that is surely solved in a second on a busy machine: less than that is not worth its beginning. */
const ARCS_OF_PROGRAM_PER_SECOND = 10_000;
/** Part of the seconds left that the linear program may take, and the kernel after it; of the last program before composition, of which most depends, more. */
const PART_OF_SECONDS = 0.5;
const PART_FOR_LAST = 0.8;
/** How much more a unit of a stage weighs than one of the next: more than one person's gain there ever costs here, and little enough for tolerances. */
const FACTOR = 10;

/**
 * Where there is no time for a program of each stage, one leads to those from the current one on that have to keep each other's values: the linear program
 * of their weighted sum, placements near its answer, and its kernel. What comes of it is the incumbent where it is better in their order; nothing is proven by it.
 */
export async function leadTogether(state: RunState, locks: readonly StageLock[]): Promise<void> {
  const { instance, position, budget, led, memory } = state;
  const joined = joinedStages(state, locks.length);
  const partLeft = () => {
    const { maxSteps, fairSeconds } = budget.share(locks.length === 0 ? PART_OF_SECONDS : PART_FOR_LAST, 1);
    return { maxSteps, maxSeconds: fairSeconds, fairSeconds };
  };
  const isComposed = locks.some(({ stage }) => isComposition(stage.objectives));
  const next = state.stages[locks.length + joined.length];
  // With nothing to do for it before composition, the time that is won is not worth the bounds that come later.
  const isOnly = locks.length === 0 && (next === undefined || !canRelax(next));
  if (
    !isLarge(instance) ||
    isHuge(instance) ||
    isComposed ||
    isOnly ||
    joined.length < 2 ||
    budget.secondsLeft() >= instance.arcs.count / ARCS_PER_SECOND
  )
    return;
  state.clock.cut = true;
  if (partLeft().fairSeconds < instance.arcs.count / ARCS_OF_PROGRAM_PER_SECOND) return;
  const merged = mergedStage(joined);
  const kept = [...locks, ...placedSoFar(state, joined)];
  const own = [...kept.map(({ stage }) => stage), merged];
  const { onProgress: _, ...ports } = state.ports;
  const ahead: RunState = { ...state, ports, stages: own, position: openPosition(instance, own, position.arcs()) };
  const value = () => valueAt(ahead, kept.length);
  const answer = await programBound(
    { instance, stages: own, locks: kept, arcs: position.arcs(), value: value(), bound: merged.ideal, ...partLeft(), memory },
    ports,
  );
  budget.spend(answer?.steps ?? 0);
  if (answer?.guide === undefined) return;
  const proven = { bound: answer.bound };
  takeNear(ahead, kept, answer);
  const work = { stage: merged, locks: kept, formulation: () => formulate(instance, kept, merged) };
  if (value() !== answer.bound) {
    const search = partLeft();
    await solveByKernel(ahead, work, { search, proof: { ...search, maxSeconds: 0 } }, proven, answer.guide);
  }
  led.count = locks.length + joined.length;
  adoptInOrder(state, ahead.position.arcs(), locks.length);
  joined.forEach((stage, i) => {
    report(state, stage, { incumbent: valueAt(state, locks.length + i), bound: stage.ideal });
  });
}

/** The stages from one on that a relaxation says something about, as long as each is to be kept strictly by the next; none if that one is among those of its predecessor. */
function joinedStages({ instance, stages }: RunState, first: number): readonly Stage[] {
  const isRelaxed = (stage: Stage) => canRelax(stage) && !isLargestDelay(stage);
  const goesOn = (index: number) =>
    isRelaxed(at(stages, index - 1)) && isStrict(instance, at(stages, index - 1), at(stages, index));
  if (first > 0 && goesOn(first)) return [];
  let end = first;
  while (end < stages.length && isRelaxed(at(stages, end)) && (end === first || goesOn(end))) end++;
  return stages.slice(first, end);
}

/** Consecutive stages as one, in which less is better. */
function mergedStage(stages: readonly Stage[]): Stage {
  const weights = stages.map((_, i) => FACTOR ** (stages.length - 1 - i));
  const signed = stages.map(({ sense }, i) => (sense === "minimise" ? 1 : -1) * at(weights, i));
  return {
    ...at(stages, stages.length - 1),
    objectives: stages.flatMap(({ objectives }) => objectives),
    sense: "minimise",
    expression: (draft) =>
      weightedSum(
        stages.map(({ expression }) => expression(draft)),
        signed,
      ),
    parts: stages.flatMap(({ parts }, i) => parts.map((part) => ({ ...part, factor: at(weights, i) * part.factor }))),
    ideal: stages.reduce((sum, { ideal }, i) => sum + at(signed, i) * ideal, 0),
    reading: () =>
      weightedReading(
        stages.map(({ reading }) => reading()),
        signed,
      ),
  };
}

/** As many as the incumbent places are to be placed: the fewer numbers are possible, the smaller the program of the Regions' bands. */
function placedSoFar(state: RunState, joined: readonly Stage[]): readonly StageLock[] {
  const index = state.stages.findIndex((stage) => stage.objectives.includes("placed"));
  const stage = state.stages[index];
  return stage === undefined || !joined.includes(stage) ? [] : [{ stage, limit: valueAt(state, index), bound: null }];
}

/** Makes a placement the incumbent where it is lawful and better in the first stage from one on in which they differ. */
function adoptInOrder({ position }: RunState, arcs: readonly number[], first: number): void {
  const read = () => position.dials.slice(first).map(({ value }) => value());
  const before = read();
  if (!moveTo(position, arcs)) return;
  if (isBefore(read(), before) && isLawful(position)) position.accept();
  else position.undo();
}
