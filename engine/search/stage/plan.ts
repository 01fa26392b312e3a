import { isComposition } from "../../domain/composition.ts";
import type { ObjectiveId } from "../../domain/policy.ts";
import { isLargestDelay } from "../bounds/relaxation.ts";
import { leadingStage } from "../lead/lead.ts";
import { isHuge, isLarge } from "../round-size.ts";
import {
  amongLikely,
  amongLikelyOr,
  ascent,
  boundAside,
  chains,
  kernelOr,
  leadingAscent,
  linearProgram,
  type Method,
  nearBestCompositions,
  neighbourhoods,
  quickBounds,
  sizesKept,
  wholeProgram,
} from "./methods.ts";
import { movesInHaste, movesOfHuge, movesOfLarge, movesOfSmall } from "./moves.ts";
import type { StageRun } from "./stage-run.ts";

/** Arcs of a large round for each second that a stage is to have before neighbourhoods are searched: with less, moves gain more (bench/LESSONS.md). */
const ARCS_PER_SECOND = 6_000;
/** Tiers for whose sake the search waits for a relaxation in rounds of any size: their answers say which promotions to hold. */
const LEADING: readonly ObjectiveId[] = ["placed", "regional-balance"];

/** What is tried on a stage, in this order while it is not proven. */
export function planOf(run: StageRun): readonly Method[] {
  const { instance } = run.state;
  if (!isLarge(instance)) return [movesOfSmall, quickBounds, wholeProgram];
  if (isHuge(instance)) return planOfHuge(run);
  const isHasty = run.share.fairSeconds < instance.arcs.count / ARCS_PER_SECOND;
  return looksAtComposition(run) ? planOfComposed(run, isHasty) : planOfEarly(run, isHasty);
}

/** Composition is bounded on another thread while the search goes on. */
function planOfComposed({ work: { stage, locks } }: StageRun, isHasty: boolean): readonly Method[] {
  if (isHasty) return [boundAside, sizesKept, movesInHaste];
  if (!isComposition(stage.objectives)) return [boundAside, sizesKept, movesOfLarge, quickBounds, neighbourhoods];
  // Under the locks of the wishes few arcs are left open, and short steps of prices lead nowhere (bench/LESSONS.md).
  const isAfterWishes = locks.some((lock) => lock.stage.objectives.includes("wishes"));
  if (isAfterWishes) return [boundAside, movesOfLarge, amongLikely, neighbourhoods];
  if (!stage.objectives.includes("representativeness")) return [boundAside, movesOfLarge, quickBounds, neighbourhoods];
  return [boundAside, nearBestCompositions, amongLikelyOr(movesOfLarge, neighbourhoods)];
}

/** The stages before composition are led to their optimum by a relaxation; the largest delay has none but those of its thresholds. */
function planOfEarly({ work }: StageRun, isHasty: boolean): readonly Method[] {
  const isThresholds = isLargestDelay(work.stage);
  const relaxed = isThresholds ? [ascent] : [linearProgram, kernelOr(ascent)];
  if (isHasty) return [...relaxed, movesInHaste];
  return [...relaxed, movesOfLarge, ...(isThresholds ? [quickBounds] : []), neighbourhoods];
}

/** No program of a whole stage; chains for the stages before composition, and moves for what a relaxation has not led to. */
function planOfHuge(run: StageRun): readonly Method[] {
  const { stage, locks } = run.work;
  const isEarly = !looksAtComposition(run);
  const isLed = isEarly && stage.objectives.some((id) => LEADING.includes(id));
  const isForChains = isLed || locks.length <= leadingStage(run.state.stages);
  return [
    ...(isEarly && !isLargestDelay(stage) ? [linearProgram] : []),
    ...(isLed ? [leadingAscent] : []),
    ...(isEarly ? [chains] : []),
    ...(isForChains ? [] : [movesOfHuge]),
  ];
}

/** Whether composition is counted or locked: only then has a thorough bound anything to say. */
function looksAtComposition({ work: { stage, locks } }: StageRun): boolean {
  if (stage.objectives.includes("lottery")) return false;
  return [stage, ...locks.map((lock) => lock.stage)].some(({ objectives }) => isComposition(objectives));
}
