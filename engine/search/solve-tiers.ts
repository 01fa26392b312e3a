import { isComposition } from "../domain/composition.ts";
import { isOfDaysOrWishes } from "../domain/days-and-wishes.ts";
import type { ObjectiveId } from "../domain/policy.ts";
import type { Stage } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import type { SolveLimit } from "../solvers/solver.ts";
import { better } from "./allowance.ts";
import { canRelax } from "./bounds/relaxation.ts";
import { openBudget } from "./budget.ts";
import { settleBounds } from "./crew/pending-bounds.ts";
import { type EarlierAnswer, earlierStage, knownBound } from "./earlier-answer.ts";
import { leadToPlaced } from "./lead/lead.ts";
import { leadTogether } from "./lead/lead-together.ts";
import { improveByMoves, type Thoroughness } from "./local/improve-by-moves.ts";
import { type FoundStage, locksFor } from "./locks.ts";
import { isHuge, isLarge } from "./round-size.ts";
import type { RunPorts } from "./run.ts";
import { openRunState, type RunState, report, valueAt } from "./run-state.ts";
import { solveStage } from "./solve-stage.ts";
import type { SolvedStage } from "./solved-stage.ts";
import { findStart } from "./start/find-start.ts";

export type TiersOutcome =
  | { readonly status: "solved"; readonly arcs: readonly number[]; readonly stages: readonly SolvedStage[] }
  | { readonly status: "infeasible" }
  | { readonly status: "nothing-found"; readonly limit: SolveLimit }
  | { readonly status: "failed"; readonly message: string };

export interface SolveTiersOptions {
  /** Solve only that many stages. */
  readonly first?: number;
  /** An answer to a similar round to start from. */
  readonly earlier?: EarlierAnswer | undefined;
  /** When the run began, by its own clock; without, now. */
  readonly began?: number;
}

const QUICK: Thoroughness = { perCandidate: 15, fewest: 300, most: 30_000, forComposition: 4, forDraw: 1, hottest: 0.7 };
/** The quick pass may take one part in so many of the seconds: a safety net for rounds of many thousands. */
const QUICK_PART = 5;
/** From a placement that is good already a hot search would only lead away. */
const WARM: Thoroughness = { perCandidate: 2, fewest: 300, most: 20_000, forComposition: 3, forDraw: 1, hottest: 0.12 };

/**
 * Solves the stages in order of precedence. A quick pass of moves over all of them gives a whole good answer first; then each stage in
 * turn is improved, bounded and where possible proven, and leaves a lock: the value found, worsened by the tier's allowance once the
 * whole tier is solved (inside a list the entries are strict). A stage that reaches a value nobody can beat is proven without a solver.
 */
export async function solveTiers(
  instance: Instance,
  ports: RunPorts,
  { first = Infinity, earlier, began }: SolveTiersOptions = {},
): Promise<TiersOutcome> {
  const kept = isHuge(instance) && earlier === undefined ? KEPT_FOR_COMPOSITION : 0;
  const budget = openBudget(instance.round.limits, ports.now, instance.round.candidates.length, { began, kept });
  const start = await findStart(instance, ports, budget, earlier);
  if (start.status !== "found") return start;
  const state = openRunState(instance, ports, budget, start.arcs);
  const { stages } = state;
  const isQuick = earlier?.effort === "quick";
  const total = stages.reduce((sum, one) => sum + weightOf(one), 0);
  if (earlier === undefined) await leadToPlaced(state, budget.share(LEAD_WEIGHT, total));
  if (earlier?.effort === "quick") winBack(state, earlier);
  const solved: SolvedStage[] = [];
  const beforeQuickPass = quickPassAfter(state, earlier);
  for (const stage of stages.slice(0, first)) {
    if (solved.length === beforeQuickPass) budget.release();
    if (solved.length === beforeQuickPass && !isQuick) quickPass(state, solved, earlier === undefined ? QUICK : WARM);
    await ports.crew?.letMessagesPass();
    const locks = locksFor(stage, solved, instance);
    if (!isQuick && solved.length >= state.led.count) await leadTogether(state, locks);
    const share = budget.share(
      weightOf(stage),
      stages.slice(solved.length).reduce((sum, one) => sum + weightOf(one), 0),
    );
    const limits = locks.map(({ limit }) => limit);
    const known = knownBound(stage, solved, limits, earlier);
    const answer = isQuick ? asItStands(state, stage, known) : await solveStage(state, locks, share, known);
    solved.push(answer);
    report(state, stage, { incumbent: answer.found, bound: answer.bound });
  }
  return { status: "solved", arcs: state.position.arcs(), stages: await settleBounds(state, solved) };
}

/**
 * How many stages are solved before the quick pass: in a large round those that the relaxation leads to a better start for all others; none where
 * an earlier answer is the start.
 */
function quickPassAfter({ instance, stages }: RunState, earlier: EarlierAnswer | undefined): number {
  if (earlier !== undefined || !isLarge(instance)) return 0;
  return Math.max(
    0,
    stages.findIndex((stage) => !canRelax(stage)),
  );
}

/** Moves for every stage in turn, so that whatever ends the run later, no stage is left as the start had it. */
function quickPass(state: RunState, solved: readonly FoundStage[], how: Thoroughness): void {
  const found = [...solved];
  const left = state.stages.slice(solved.length);
  const total = left.reduce((sum, stage) => sum + weightOf(stage), 0);
  for (const [i, stage] of left.entries()) {
    const index = solved.length + i;
    const limits = locksFor(stage, found, state.instance).map(({ limit }) => limit);
    const { fairSeconds: maxSeconds } = state.budget.share(weightOf(stage), QUICK_PART * total);
    if (valueAt(state, index) !== stage.ideal) improveByMoves(state, limits, "quick", how, { maxSeconds });
    found.push({ stage, found: valueAt(state, index), bound: stage.ideal });
    report(state, stage, { incumbent: valueAt(state, index), bound: stage.ideal });
  }
}

/**
 * Moves for the stages that the change of the round has made worse than an earlier run left them. The others keep to the locks they had there:
 * nothing else is to change, and no allowance is spent twice.
 */
function winBack(state: RunState, earlier: EarlierAnswer): void {
  const { stages, budget, instance } = state;
  const found: FoundStage[] = [];
  const before = stages.map((stage) => earlierStage(stage, earlier)?.limit);
  const keeps = (value: number, index: number) => {
    const limit = before[index];
    return limit !== undefined && !better(limit, value, at(stages, index).sense);
  };
  stages.forEach((stage, index) => {
    const limits = locksFor(stage, found, instance).map(({ limit }, i) => {
      const own = before[i] ?? limit;
      return keeps(at(found, i).found, i) && better(own, limit, at(stages, i).sense) ? own : limit;
    });
    const maxSeconds = budget.share(1, QUICK_PART * stages.length).fairSeconds;
    const value = valueAt(state, index);
    if (!keeps(value, index) && value !== stage.ideal) improveByMoves(state, limits, "quick", WARM, { maxSeconds });
    found.push({ stage, found: valueAt(state, index), bound: stage.ideal });
    report(state, stage, { incumbent: valueAt(state, index), bound: stage.ideal });
  });
}

/** What comes first costs least to others and most if it is missed. */
const EARLY: readonly ObjectiveId[] = ["changes", "deferral-cap", "reserve-priority", "placed", "regional-balance"];

const EARLY_WEIGHT = 3;
/** Sums over everybody, in which moves gain as long as they have time, and programs (`solve-kept.ts`) once they have enough of it. */
const WEIGHT_OF_DAYS_AND_WISHES = 3;
/** Part of the seconds of a huge round that the stages before composition leave to the moves for all others. */
const KEPT_FOR_COMPOSITION = 0.2;
/** All that comes after it depends on where a large round is led to. */
const LEAD_WEIGHT = 4;

/** A stage as moves have left it. */
function asItStands(state: RunState, stage: Stage, bound: number): SolvedStage {
  const found = valueAt(state, state.stages.indexOf(stage));
  return { stage, found, bound, stoppedBy: found === bound ? "proof" : "steps" };
}

/** How much of the work left a stage may use, relative to the others: the total outside the bands is where there is most to gain. */
function weightOf({ objectives }: Stage): number {
  if (objectives.includes("lottery")) return 0.5;
  if (objectives.includes("representativeness")) return 8;
  if (isComposition(objectives)) return 3;
  if (objectives.some((id) => EARLY.includes(id))) return EARLY_WEIGHT;
  return isOfDaysOrWishes(objectives) ? WEIGHT_OF_DAYS_AND_WISHES : 1;
}
