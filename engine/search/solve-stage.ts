import type { StoppedBy } from "../domain/result.ts";
import { type Formulation, formulate, type StageLock } from "../formulate/formulate.ts";
import type { Stage } from "../formulate/stages.ts";
import { at } from "../model/instance.ts";
import type { SolveProgress, SolveResult } from "../solvers/solver.ts";
import { better } from "./allowance.ts";
import { QUICK_BOUNDS, THOROUGH_BOUNDS } from "./bound-makers.ts";
import type { Share } from "./budget.ts";
import { improveByMoves, isComposition, type Thoroughness } from "./improve-by-moves.ts";
import { isLawful, moveTo } from "./local/move-to.ts";
import { searchNeighbourhoods } from "./neighbourhood/neighbourhood-search.ts";
import { askForBound } from "./pending-bounds.ts";
import { limitReached, type RunState, report, type StageWork, valueAt } from "./run-state.ts";
import type { BoundMaker } from "./stage-bound.ts";
import { type Proven, tighter } from "./tighter.ts";

/** A stage as it was solved: the value found then, and the proven bound under the locks of that moment. */
export interface SolvedStage extends Proven {
  readonly stage: Stage;
  readonly found: number;
  readonly stoppedBy: StoppedBy;
}

const THOROUGH: Thoroughness = { perCandidate: 60, fewest: 500, most: 200_000, forComposition: 4, hottest: 0.7 };
/** Where no solver takes over, moves have to do more. */
const LARGE: Thoroughness = { ...THOROUGH, perCandidate: 120, forComposition: 8 };
/** Part of a large round's share for moves; neighbourhoods have what is left of it. */
const PART_FOR_MOVES = 0.5;
/** Columns beyond which a stage is not handed to the solver whole: it would spend its share before its first branching. */
const MOST_COLUMNS = 6_000;
/** Arcs beyond which the program of a stage is not written at all. */
const MOST_ARCS = 120_000;
/** Promotions up to which a neighbourhood is not smaller than the whole. */
const FEW_PROMOTIONS = 5;
/** Part of a stage's share for the bound makers, and for neighbourhoods. */
const PART_FOR_BOUNDS = 0.7;
const PART_FOR_NEIGHBOURHOODS = 0.6;
/** Steps for a first look at a small program: most are solved by then. */
const FIRST_STEPS = 4_000;
/** The draw has nothing to prove: it gets this many steps of the solver and no more. */
const LOTTERY_STEPS = 3_000;

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
  let proven: Proven = { bound: known };
  const isProven = () => value() === proven.bound;
  // Whoever the clock or the caller stopped may end elsewhere the next time, proven or not.
  const solved = (unproven: StoppedBy): SolvedStage => {
    const limit = limitReached(state) ?? (state.clock.cut ? "time" : null);
    const ended = limit === "steps" && isProven() ? null : limit;
    return { stage, found: value(), ...proven, stoppedBy: ended ?? (isProven() ? "proof" : unproven) };
  };
  if (isProven() || limitReached(state) !== null) return solved("steps");
  const isLarge = instance.arcs.count > MOST_COLUMNS;
  const ends = state.ports.now() + share.fairSeconds;
  if (isLarge && looksAtComposition(work)) askForBound(state, work, share);
  improveByMoves(
    state,
    locks.map(({ limit }) => limit),
    "thorough",
    isLarge ? LARGE : THOROUGH,
    { target: known, maxSeconds: isLarge ? share.fairSeconds * PART_FOR_MOVES : share.fairSeconds },
  );
  const ask = async (makers: readonly BoundMaker[]) => {
    proven = await boundStage(state, work, makers, share, proven);
    report(state, stage, { incumbent: value(), bound: proven.bound });
  };
  await ask(QUICK_BOUNDS);
  if (isProven() || instance.arcs.count > MOST_ARCS) return solved("steps");
  const isSmall = !isLarge && formulation().model.numCols <= MOST_COLUMNS;
  if (isSmall) await ask(THOROUGH_BOUNDS);
  if (isProven()) return solved("steps");
  const bySolver = isSmall
    ? await solveSmall(state, work, share, proven)
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

/** Asks the bound makers in turn, and takes over what they met on the way. */
async function boundStage(
  state: RunState,
  work: StageWork,
  makers: readonly BoundMaker[],
  share: Share,
  known: Proven,
): Promise<Proven> {
  const { instance, stages, ports, budget, memory, position } = state;
  const { locks, stage } = work;
  if (stage.objectives.includes("lottery")) return known;
  let proven = known;
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
    if (answer.arcs !== undefined) adopt(state, work, answer.arcs);
  }
  return proven;
}

/** Makes a placement the incumbent if it is lawful, within the locks and better in the stage. */
function adopt(state: RunState, { locks, stage }: StageWork, arcs: readonly number[]): void {
  const { position, stages } = state;
  const before = valueAt(state, locks.length);
  if (!moveTo(position, arcs)) return;
  const within = locks.every(({ limit }, i) => !better(limit, valueAt(state, i), at(stages, i).sense));
  if (within && better(valueAt(state, locks.length), before, stage.sense) && isLawful(position)) position.accept();
  else position.undo();
}

interface BySolver {
  readonly proven: Proven;
  /** What ended the work if that is no proof. */
  readonly stoppedBy: StoppedBy;
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

/**
 * A small program goes to the solver whole: briefly at first, and again with all that is left where neighbourhoods have not reached the
 * bound in between.
 */
async function solveSmall(state: RunState, work: StageWork, share: Share, known: Proven): Promise<BySolver> {
  if (work.stage.objectives.includes("lottery")) {
    return solveWhole(state, work, { ...share, maxSteps: Math.min(share.maxSteps, LOTTERY_STEPS) }, known);
  }
  const first = await solveWhole(state, work, { ...share, maxSteps: Math.min(share.maxSteps, FIRST_STEPS) }, known);
  const { proven, stoppedBy } = first;
  const isDone = () => valueAt(state, work.locks.length) === proven.bound || limitReached(state) !== null;
  if (isDone() || stoppedBy === "error") return first;
  if (state.position.compact.promotions > FEW_PROMOTIONS) {
    await searchNeighbourhoods(state, work, {
      maxSteps: share.maxSteps * PART_FOR_NEIGHBOURHOODS,
      maxSeconds: share.fairSeconds * PART_FOR_NEIGHBOURHOODS,
      bound: proven.bound,
    });
  }
  return isDone() ? first : solveWhole(state, work, share, proven);
}

/** Hands the program of the stage to the solver as it is, with the incumbent as its start. */
async function solveWhole(state: RunState, work: StageWork, { maxSteps, maxSeconds }: Share, known: Proven): Promise<BySolver> {
  const { ports, budget, position } = state;
  const { stage } = work;
  const formulation = work.formulation();
  const onProgress = (progress: SolveProgress): boolean => {
    report(state, stage, progress);
    return ports.cancelled?.() ?? false;
  };
  const start = formulation.complete(position.arcs());
  const answer = await ports.solver.solve(formulation.model, { start, maxSteps, maxSeconds, onProgress });
  budget.spend(answer.steps);
  if (reasonOf(answer) === "time") state.clock.cut = true;
  if (answer.status !== "optimal" && answer.status !== "feasible") return { proven: known, stoppedBy: reasonOf(answer) };
  // Of two placements of the same value the one that was improved with the later stages in mind is kept.
  adopt(state, work, formulation.decode(answer.point));
  const proven = answer.bound === null ? known : tighter(known, { bound: answer.bound }, stage.sense);
  return { proven, stoppedBy: reasonOf(answer) };
}

/** What ended a solve that proved nothing final. */
function reasonOf(answer: SolveResult): StoppedBy {
  return "limit" in answer ? answer.limit : "error";
}
