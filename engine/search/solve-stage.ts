import { isComposition } from "../domain/composition.ts";
import type { ObjectiveId } from "../domain/policy.ts";
import type { StoppedBy } from "../domain/result.ts";
import { type Formulation, formulate, type StageLock } from "../formulate/formulate.ts";
import type { Stage } from "../formulate/stages.ts";
import { at } from "../model/instance.ts";
import { adopt, type BySolver } from "./adopt.ts";
import { MOST_ARCS, QUICK_BOUNDS, THOROUGH_BOUNDS } from "./bound-makers.ts";
import { ascentBound, programBound } from "./bounds/assignment-bound.ts";
import type { Guide } from "./bounds/guide.ts";
import { isLargestDelay } from "./bounds/relaxation.ts";
import type { Share } from "./budget.ts";
import { nearCompositions } from "./columns/composition-bound.ts";
import { keepPrices } from "./columns/kept-prices.ts";
import { improveByChains } from "./improve-by-chains.ts";
import { improveByMoves, type Thoroughness } from "./improve-by-moves.ts";
import { settledValue } from "./joint-stages.ts";
import { solveByKernel } from "./kernel.ts";
import { leadingStage } from "./lead.ts";
import { searchNeighbourhoods } from "./neighbourhood/neighbourhood-search.ts";
import { askForBound } from "./pending-bounds.ts";
import { limitReached, type RunState, report, type StageWork, valueAt } from "./run-state.ts";
import { solveKept } from "./solve-kept.ts";
import { solveSmall } from "./solve-small.ts";
import type { BoundMaker } from "./stage-bound.ts";
import { takeNear } from "./take-near.ts";
import { type Proven, tighter } from "./tighter.ts";

/** A stage as it was solved: the value found then, and the proven bound under the locks of that moment. */
export interface SolvedStage extends Proven {
  readonly stage: Stage;
  readonly found: number;
  readonly stoppedBy: StoppedBy;
}

const THOROUGH: Thoroughness = { perCandidate: 60, fewest: 500, most: 200_000, forComposition: 4, forDraw: 8, hottest: 0.7 };
/** Where no solver takes over, moves have to do more. */
const LARGE: Thoroughness = { ...THOROUGH, perCandidate: 480, most: 800_000, forComposition: 2, forDraw: 0.25 };
/** Where each move takes long. */
const HUGE: Thoroughness = { ...THOROUGH, perCandidate: 120, forComposition: 8, forDraw: 1 };
/** Part of a large round's share for moves; neighbourhoods have what is left of it. */
const PART_FOR_MOVES = 0.5;
/** Arcs of a large round for each second that a stage is to have before neighbourhoods are searched: with less, moves gain more (bench/LESSONS.md). */
const ARCS_PER_SECOND = 6_000;
/** Columns beyond which a stage is not handed to the solver whole: it would spend its share before its first branching. */
export const MOST_COLUMNS = 6_000;
/** Tiers for whose sake the search waits for a relaxation in rounds of any size: their answers say which promotions to hold. */
const LEADING: readonly ObjectiveId[] = ["placed", "regional-balance"];
/** Part of the seconds left that a stage may take whose relaxation leads to its optimum: it has its price, whatever its share. */
const PART_FOR_GUIDED = 0.5;
/** Part of a large stage's share for chains, which mostly end by themselves. */
const PART_FOR_CHAINS = 1;
/** Part of a stage's share for the bound makers. */
const PART_FOR_BOUNDS = 0.7;

/**
 * Solves the stage after the given locks, from the incumbent and into it: moves first, then bounds, then neighbourhoods, and where it is
 * small enough the whole program, each only while value and bound differ. `known`: a bound that holds already. A stage that reaches
 * its bound is proven; what ended any other is said.
 */
export async function solveStage(
  state: RunState,
  locks: readonly StageLock[],
  share: Share,
  known: number,
): Promise<SolvedStage> {
  const { instance, stages } = state;
  const stage = at(stages, locks.length);
  let written: Formulation | null = null;
  const formulation = () => {
    written ??= formulate(instance, locks, stage);
    return written;
  };
  const work: StageWork = { stage, locks, formulation };
  const value = () => valueAt(state, locks.length);
  let proven: Proven = { bound: settledValue(state, stage, locks) ?? known };
  let multipliers: Float64Array | undefined;
  let guide: Guide | undefined;
  const isProven = () => value() === proven.bound;
  // Whoever the clock or the caller stopped may end elsewhere the next time, proven or not.
  const solved = (unproven: StoppedBy): SolvedStage => {
    const limit = limitReached(state) ?? (state.clock.cut ? "time" : null);
    const ended = limit === "steps" && isProven() ? null : limit;
    return { stage, found: value(), ...proven, stoppedBy: ended ?? (isProven() ? "proof" : unproven) };
  };
  if (isProven() || limitReached(state) !== null) return solved("steps");
  if (locks.length < state.led.count) {
    askForBound(state, work, { ...share, fairSeconds: state.budget.share(1, 1).fairSeconds });
    return solved("steps");
  }
  const ask = async (makers: readonly BoundMaker[], within = share) => {
    const bounded = await boundStage(state, work, makers, within, proven);
    proven = bounded.proven;
    multipliers = bounded.multipliers ?? multipliers;
    guide = bounded.guide ?? guide;
    report(state, stage, { incumbent: value(), bound: proven.bound });
  };
  const isLarge = instance.arcs.count > MOST_COLUMNS;
  const ends = state.ports.now() + share.fairSeconds;
  const isHuge = instance.arcs.count > MOST_ARCS;
  const isHasty = isLarge && !isHuge && share.fairSeconds < instance.arcs.count / ARCS_PER_SECOND;
  const isEarly = isLarge && !looksAtComposition(work);
  const isLed = isEarly && (!isHuge || stage.objectives.some((id) => LEADING.includes(id)));
  const guided = { ...share, maxSeconds: Math.max(share.maxSeconds, PART_FOR_GUIDED * state.budget.share(1, 1).fairSeconds) };
  if (isEarly && !isLargestDelay(stage)) await ask([programBound], guided);
  if (isProven()) return solved("steps");
  if (guide !== undefined) {
    const byKernel = await solveByKernel(state, work, { search: guided, proof: share }, proven, guide);
    proven = byKernel.proven;
    if (isProven()) return solved("steps");
  } else if (isLed) await ask([ascentBound], isHuge ? guided : share);
  else if (isLarge && !isHuge) {
    askForBound(state, work, share);
    if (!isHasty) await ask([nearCompositions]);
    await solveKept(state, work, share, proven.bound);
  }
  if (isProven()) return solved("steps");
  const limits = locks.map(({ limit }) => limit);
  if (isEarly && isHuge)
    improveByChains(state, limits, { target: proven.bound, maxSeconds: share.fairSeconds * PART_FOR_CHAINS });
  if (isProven()) return solved("steps");
  // What a kernel leaves is no matter of moves; nor is what a large round was led to, or what chains leave of it (bench/LESSONS.md).
  const isForChains = isHuge && (isLed || locks.length <= leadingStage(stages));
  if (guide === undefined && !isForChains) {
    improveByMoves(state, limits, "thorough", isHuge ? HUGE : isLarge ? LARGE : THOROUGH, {
      target: proven.bound,
      maxSeconds: isLarge && !isHasty ? share.fairSeconds * PART_FOR_MOVES : share.fairSeconds,
    });
  }
  if (isHuge) return solved("steps");
  if (isHasty) {
    state.clock.cut = true;
    return solved("time");
  }
  if (!isEarly || isLargestDelay(stage)) await ask(QUICK_BOUNDS);
  if (isProven()) return solved("steps");
  const isSmall = !isLarge && formulation().model.numCols <= MOST_COLUMNS;
  if (isSmall) await ask(THOROUGH_BOUNDS);
  if (isProven()) return solved("steps");
  const bySolver = isSmall
    ? await solveSmall(state, { ...work, multipliers }, share, proven)
    : await solveLarge(state, work, { ...share, ends }, proven);
  proven = bySolver.proven;
  if (!isSmall && !isLarge) await ask(THOROUGH_BOUNDS);
  return solved(bySolver.stoppedBy);
}

/** Whether composition is counted or locked: only then has a thorough bound anything to say. */
function looksAtComposition({ stage, locks }: StageWork): boolean {
  if (stage.objectives.includes("lottery")) return false;
  return [stage, ...locks.map((lock) => lock.stage)].some(({ objectives }) => isComposition(objectives));
}

/** What bound makers prove of a stage, and what they know for whoever searches. */
interface Bounded {
  readonly proven: Proven;
  readonly multipliers?: Float64Array | undefined;
  readonly guide?: Guide | undefined;
}

/** Asks the bound makers in turn, and takes over what they met on the way. */
async function boundStage(
  state: RunState,
  work: StageWork,
  makers: readonly BoundMaker[],
  share: Pick<Share, "maxSteps" | "maxSeconds">,
  known: Proven,
): Promise<Bounded> {
  const { instance, stages, ports, budget, memory, position } = state;
  const { locks, stage } = work;
  if (stage.objectives.includes("lottery")) return { proven: known };
  let proven = known;
  let multipliers: Float64Array | undefined;
  let guide: Guide | undefined;
  for (const make of makers) {
    const value = valueAt(state, locks.length);
    if (value === proven.bound || limitReached(state) !== null) break;
    const answer = await make(
      {
        instance,
        stages,
        locks,
        arcs: position.arcs(),
        value,
        bound: proven.bound,
        maxSteps: Math.ceil(share.maxSteps * PART_FOR_BOUNDS),
        maxSeconds: share.maxSeconds * PART_FOR_BOUNDS,
        memory,
      },
      ports,
    );
    if (answer === null) continue;
    if (answer.limit === "time") state.clock.cut = true;
    budget.spend(answer.steps);
    proven = tighter(proven, answer, stage.sense);
    multipliers = answer.multipliers ?? multipliers;
    if (answer.multipliers !== undefined) keepPrices(state, work, answer.multipliers);
    guide = answer.guide ?? guide;
    if (answer.arcs !== undefined) adopt(state, work, answer.arcs);
    if (instance.arcs.count > MOST_COLUMNS) takeNear(state, locks, answer);
  }
  return { proven, multipliers, guide };
}

/** Neighbourhoods of a round whose program is too large to be solved whole. */
async function solveLarge(
  state: RunState,
  work: StageWork,
  { maxSteps, ends }: Share & { readonly ends: number },
  known: Proven,
): Promise<BySolver> {
  const maxSeconds = Math.max(0, ends - state.ports.now());
  const ended = await searchNeighbourhoods(state, work, { maxSteps, maxSeconds, bound: known.bound });
  return { proven: known, stoppedBy: ended === "time" ? "time" : "steps" };
}
