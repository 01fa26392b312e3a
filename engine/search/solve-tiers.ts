import type { BoundCertificate } from "../domain/bound-certificate.ts";
import type { ObjectiveId } from "../domain/policy.ts";
import type { StoppedBy } from "../domain/result.ts";
import { type Formulation, formulate, type StageLock } from "../formulate/formulate.ts";
import { type Stage, stagesOf } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { evaluate } from "../model/linear-expression.ts";
import type { SolveLimit, SolveProgress, SolveResult } from "../solvers/solver.ts";
import { allowanceOf, better, worsen } from "./allowance.ts";
import { BOUND_MAKERS } from "./bound-makers.ts";
import { type Budget, openBudget } from "./budget.ts";
import { findStart } from "./find-start.ts";
import { anneal } from "./local/anneal.ts";
import type { RunPorts } from "./run.ts";
import type { BoundAnswer } from "./stage-bound.ts";

/** A stage as it was solved: the value found then, and the proven bound under the locks of that moment. */
export interface SolvedStage {
  readonly stage: Stage;
  readonly found: number;
  readonly bound: number;
  readonly stoppedBy: StoppedBy;
  /** A proof of the bound that needs no solver. */
  readonly certificate?: BoundCertificate;
}

export type TiersOutcome =
  | { readonly status: "solved"; readonly arcs: readonly number[]; readonly stages: readonly SolvedStage[] }
  | { readonly status: "infeasible" }
  | { readonly status: "nothing-found"; readonly limit: SolveLimit }
  | { readonly status: "failed"; readonly message: string };

const MOVES_PER_CANDIDATE = 60;
const FEWEST_MOVES = 500;
const MOST_MOVES = 200_000;
/** Objectives that solvers find hardest and moves help most: they get more of them. */
const COMPOSITION: readonly ObjectiveId[] = ["worst-promotion", "representativeness"];
const COMPOSITION_FACTOR = 4;
/** Annealing moves that count as one step of the budget. */
const MOVES_PER_STEP = 50;

/** The draw has nothing to prove: it gets this many steps of the solver and no more. */
const LOTTERY_STEPS = 3_000;

/** The run so far: what every stage is handed, and leaves for the next. */
interface Run {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  readonly ports: RunPorts;
  readonly budget: Budget;
  /** What the bound makers keep from stage to stage. */
  readonly memory: Map<string, unknown>;
}

/**
 * Solves the stages in order of precedence. Each improves the placement it is handed by annealing, asks the solver for the rest
 * and for the proof, and leaves a lock: the value found, worsened by the tier's allowance once the whole tier is solved (inside a
 * list the entries are strict). A stage that reaches a value nobody can beat is proven without a solver. `first`: solve only that
 * many stages.
 */
export async function solveTiers(instance: Instance, ports: RunPorts, first = Infinity): Promise<TiersOutcome> {
  const budget = openBudget(instance.round.limits, ports.now);
  const start = await findStart(instance, ports, budget);
  if (start.status !== "found") return start;
  const run: Run = { instance, stages: stagesOf(instance), ports, budget, memory: new Map() };
  const solved: SolvedStage[] = [];
  let arcs = start.arcs;
  for (const stage of run.stages.slice(0, first)) {
    const locks = locksFor(stage, solved, instance);
    arcs = improve(run, locks, arcs);
    const stagesLeft = run.stages.length - solved.length;
    const formulation = formulate(instance, locks, stage);
    const bounded = await boundStage(run, locks, formulation, arcs, stagesLeft);
    const answer = bounded.proven ?? (await solveStage(run, stage, formulation, bounded.arcs, stagesLeft));
    arcs = answer.arcs;
    const tightest = withBound(answer.stage, bounded.best);
    solved.push(tightest);
    report(run, stage, { incumbent: tightest.found, bound: tightest.bound });
  }
  return { status: "solved", arcs, stages: solved };
}

/** The locks a stage has to keep: strict inside its own tier, with the allowance for earlier ones. */
export function locksFor(stage: Stage, solved: readonly SolvedStage[], instance: Instance): readonly StageLock[] {
  return solved.map(({ stage: earlier, found, bound }) => {
    const { allowance } = at(instance.round.policy.tiers, earlier.tier);
    const spend = earlier.tier === stage.tier ? 0 : allowanceOf(allowance, found);
    return { stage: earlier, limit: worsen(found, spend, earlier.sense), bound };
  });
}

/** Annealing: a number of moves per candidate, within bounds, and never more than the step budget has room for. */
function improve(
  { instance, stages, ports, budget }: Run,
  locks: readonly StageLock[],
  arcs: readonly number[],
): readonly number[] {
  const { candidates, seed } = instance.round;
  const isHard = stages[locks.length]?.objectives.some((id) => COMPOSITION.includes(id)) ?? false;
  const perCandidate = isHard ? MOVES_PER_CANDIDATE * COMPOSITION_FACTOR : MOVES_PER_CANDIDATE;
  const wanted = Math.min(MOST_MOVES, Math.max(FEWEST_MOVES, candidates.length * perCandidate));
  const moves = Math.min(wanted, budget.share(1, 1).maxSteps * MOVES_PER_STEP);
  budget.spend(Math.ceil(moves / MOVES_PER_STEP));
  const stop = () => budget.exhausted() === "time" || (ports.cancelled?.() ?? false);
  const limits = locks.map(({ limit }) => limit);
  return anneal({ instance, stages, limits, arcs, moves, seed: `${seed}\n${limits.length}`, stop });
}

/** Asks the bound makers in turn; `proven` once a bound equals the incumbent. */
async function boundStage(
  run: Run,
  locks: readonly StageLock[],
  formulation: Formulation,
  start: readonly number[],
  stagesLeft: number,
) {
  const { instance, stages, ports, budget, memory } = run;
  const stage = at(stages, locks.length);
  const measure = (chosen: readonly number[]) => evaluate(formulation.objective, formulation.complete(chosen));
  let arcs = start;
  let value = measure(arcs);
  let best: BoundAnswer | null = null;
  for (const make of BOUND_MAKERS) {
    if (value === stage.ideal || budget.exhausted() !== null || ports.cancelled?.() === true) break;
    const answer = await make({ instance, stages, locks, arcs, value, ...budget.share(1, stagesLeft), memory }, ports);
    if (answer === null) continue;
    budget.spend(answer.steps);
    arcs = answer.arcs ?? arcs;
    value = measure(arcs);
    if (best === null || better(best.bound, answer.bound, stage.sense)) best = answer;
    if (value !== answer.bound) continue;
    const proven: StageAnswer = { arcs, stage: { stage, found: value, bound: answer.bound, stoppedBy: answer.limit ?? "proof" } };
    return { arcs, proven, best };
  }
  return { arcs, proven: null, best };
}

/** The stage with the tighter of two bounds; of equal ones that with a proof. */
function withBound(solved: SolvedStage, best: BoundAnswer | null): SolvedStage {
  if (best === null || better(best.bound, solved.bound, solved.stage.sense)) return solved;
  const certificate = best.certificate === undefined ? {} : { certificate: best.certificate };
  if (best.bound === solved.bound) return { ...solved, ...certificate };
  const stoppedBy = solved.found === best.bound ? (best.limit ?? "proof") : solved.stoppedBy;
  return { ...solved, bound: best.bound, stoppedBy, ...certificate };
}

interface StageAnswer {
  readonly stage: SolvedStage;
  readonly arcs: readonly number[];
}

async function solveStage(
  run: Run,
  stage: Stage,
  formulation: Formulation,
  arcs: readonly number[],
  stagesLeft: number,
): Promise<StageAnswer> {
  const { ports, budget } = run;
  const start = formulation.complete(arcs);
  const value = evaluate(formulation.objective, start);
  const limit = ports.cancelled?.() === true ? "cancel" : budget.exhausted();
  const unsolved = (stoppedBy: StoppedBy): StageAnswer => ({
    stage: { stage, found: value, bound: stage.ideal, stoppedBy },
    arcs,
  });
  // Whoever the clock or the caller stopped may end elsewhere the next time, proven or not.
  if (value === stage.ideal) return unsolved(limit === null || limit === "steps" ? "proof" : limit);
  if (limit !== null) return unsolved(limit);
  const onProgress = (progress: SolveProgress): boolean => {
    report(run, stage, progress);
    return ports.cancelled?.() ?? false;
  };
  const share = budget.share(1, stagesLeft);
  const maxSteps = stage.objectives.includes("lottery") ? Math.min(share.maxSteps, LOTTERY_STEPS) : share.maxSteps;
  const answer = await ports.solver.solve(formulation.model, { start, ...share, maxSteps, onProgress });
  budget.spend(answer.steps);
  if (answer.status !== "optimal" && answer.status !== "feasible") return unsolved(reasonOf(answer));
  const chosen = formulation.decode(answer.point);
  const found = evaluate(formulation.objective, formulation.complete(chosen));
  // Of two placements of the same value the one that was improved with the later stages in mind is kept.
  const kept = better(found, value, stage.sense) ? { arcs: chosen, found } : { arcs, found: value };
  const bound = answer.bound === null || better(answer.bound, stage.ideal, stage.sense) ? stage.ideal : answer.bound;
  const stoppedBy = kept.found === bound ? "proof" : reasonOf(answer);
  return { stage: { stage, found: kept.found, bound, stoppedBy }, arcs: kept.arcs };
}

/** What ended a solve that proved nothing final. */
function reasonOf(answer: SolveResult): StoppedBy {
  return "limit" in answer ? answer.limit : "error";
}

function report({ ports }: Run, stage: Stage, { incumbent, bound }: Pick<SolveProgress, "incumbent" | "bound">): void {
  const { objectives, sense, tier, entry } = stage;
  ports.onProgress?.({ seconds: ports.now(), tier: tier + 1, entry: entry + 1, objectives, sense, incumbent, bound });
}
