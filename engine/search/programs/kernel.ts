import { type Formulation, formulateLoosely } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import { nearestArcs } from "../../rules/no-idle-seat.ts";
import type { SolveProgress, SolveRequest, SolveResult } from "../../solvers/solver.ts";
import { adopt, type BySolver } from "../adopt.ts";
import type { Guide } from "../bounds/guide.ts";
import type { Share } from "../budget.ts";
import { tryPlacement } from "../lead/take-near.ts";
import { limitReached, type RunState, report, type StageWork, valueAt } from "../run-state.ts";
import { constructiveStart } from "../start/constructive-start.ts";
import { earlierCosts } from "../start/earlier-costs.ts";
import { type Proven, tighter } from "../tighter.ts";

/** Times that the kernel is solved, each with the rows on idle seats that the answers before have broken. */
const MOST_ROUNDS = 3;
/** Arcs of a program that is mostly proven in a second; with less than that nothing is. */
const ARCS_PER_SECOND = 5_000;
/** Most candidates who are seated one after the other where an answer leaves seats idle. */
const MOST_SEATED = 200;

/** The program of a stage that has the rule on idle seats only for the arcs that broke it so far. */
interface Loose {
  readonly formulation: () => Formulation;
  /** More are noted as answers break the rule. */
  readonly broken: Set<number>;
}

/** A model of a loose program. */
interface LooseModel {
  readonly formulation: Formulation;
  readonly model: LinearModel;
  /** 1: openings whose arcs are closed unless the incumbent has them. */
  readonly closed: Uint8Array;
}

/**
 * Solves a stage before composition by its relaxation's answer (kernel search: Angelelli, Mansini and Speranza 2010): first the program of the likely
 * openings alone, then, where its optimum is not at the bound, that of all openings that a better placement may use, which proves the best one.
 * Both leave most of the rule on idle seats out: nobody is deferred needlessly where as few as possible are deferred, and whoever still waits beside a
 * free seat is seated, or the program solved again with the rows that say so. Where that does not lead to what was proven, the kernel is solved with all
 * these rows, and with what the proof's answer uses.
 */
export async function solveByKernel(
  state: RunState,
  work: StageWork,
  { search, proof }: { readonly search: Share; readonly proof: Share },
  known: Proven,
  guide: Guide,
): Promise<BySolver> {
  const loose = openLoose(state, work);
  const index = work.locks.length;
  const isDone = (proven: Proven) => valueAt(state, index) === proven.bound || limitReached(state) !== null;
  const kernel = guide.likely.map((likely) => 1 - likely);
  await searchKernel(state, work, search, known, { loose, closed: kernel });
  if (isDone(known)) return { proven: known, stoppedBy: "steps" };
  if (proof.maxSeconds < state.instance.arcs.count / ARCS_PER_SECOND) {
    state.clock.cut = true;
    return { proven: known, stoppedBy: "time" };
  }
  const sign = work.stage.sense === "minimise" ? 1 : -1;
  const closed = guide.tooDear(valueAt(state, index) - sign);
  const { answered, ...byProof } = await proveRest(state, work, proof, known, { loose, closed });
  if (isDone(byProof.proven) || loose.broken.size === 0) return byProof;
  for (const arc of nearestArcs(state.instance)) loose.broken.add(arc);
  for (const arc of answered) kernel[state.instance.arcs.openingOf(arc)] = 0;
  await searchKernel(state, work, proof, byProof.proven, { loose, closed: kernel });
  return byProof;
}

/** Written anew only where more arcs have broken the rule since. */
function openLoose({ instance }: RunState, { locks, stage }: StageWork): Loose {
  const broken = new Set<number>();
  let written: { readonly formulation: Formulation; readonly rows: number } | null = null;
  return {
    broken,
    formulation: () => {
      if (written?.rows !== broken.size) {
        written = { formulation: formulateLoosely(instance, locks, stage, [...broken]), rows: broken.size };
      }
      return written.formulation;
    },
  };
}

/** The likely openings, and the incumbent's, with as few deferred as possible where that costs the stage nothing. */
async function searchKernel(
  state: RunState,
  work: StageWork,
  share: Share,
  known: Proven,
  { loose, closed }: { readonly loose: Loose; readonly closed: Uint8Array },
): Promise<void> {
  const { instance } = state;
  const index = work.locks.length;
  let answered: readonly number[] | null = null;
  for (let round = 0; round < MOST_ROUNDS && limitReached(state) === null; round++) {
    const formulation = loose.formulation();
    const noted = loose.broken.size;
    const { model, isSettled } = fewDeferred(state, formulation.model);
    const answer = await solve(state, { formulation, model, closed }, share, { improveStart: true, onProgress: isSettled });
    if (answer.status !== "optimal" && answer.status !== "feasible") return;
    answered = formulation.decode(answer.point);
    adoptSeated(state, work, answered, loose);
    report(state, work.stage, { incumbent: valueAt(state, index), bound: known.bound });
    if (valueAt(state, index) === known.bound || loose.broken.size === noted) return;
  }
  const limits = work.locks.map(({ limit }) => limit);
  if (answered !== null) tryPlacement(state, limits, constructiveStart(instance, earlierCosts(instance), answered));
}

/** The program of what a better placement may use: its optimum is that of the stage but for the rows on idle seats it lacks. */
async function proveRest(
  state: RunState,
  work: StageWork,
  share: Share,
  known: Proven,
  { loose, closed }: { readonly loose: Loose; readonly closed: Uint8Array },
): Promise<BySolver & { readonly answered: readonly number[] }> {
  const formulation = loose.formulation();
  const index = work.locks.length;
  const onProgress: SolveRequest["onProgress"] = ({ bound }) => {
    report(state, work.stage, { incumbent: valueAt(state, index), bound: bound ?? known.bound });
    return false;
  };
  const answer = await solve(state, { formulation, model: formulation.model, closed }, share, { interior: true, onProgress });
  const stoppedBy = "limit" in answer ? answer.limit : "steps";
  if (answer.status !== "optimal" && answer.status !== "feasible") return { proven: known, stoppedBy, answered: [] };
  const answered = formulation.decode(answer.point);
  adoptSeated(state, work, answered, loose);
  const proven = answer.bound === null ? known : tighter(known, { bound: answer.bound }, work.stage.sense);
  return { proven, stoppedBy, answered };
}

/** Hands a model of the loose program over with the incumbent as its start. */
async function solve(
  state: RunState,
  { formulation, model, closed }: LooseModel,
  { maxSteps, maxSeconds }: Share,
  request: SolveRequest,
): Promise<SolveResult> {
  const { ports, budget, position, instance } = state;
  const start = formulation.complete(position.arcs());
  const colUpper = model.colUpper.slice();
  closed.forEach((isClosed, opening) => {
    if (isClosed === 0) return;
    for (const arc of instance.arcs.ofOpening(opening)) if (start[arc] === 0) colUpper[arc] = 0;
  });
  const onProgress = (progress: SolveProgress) => request.onProgress?.(progress) === true || ports.cancelled?.() === true;
  const seconds = Math.min(maxSeconds, state.budget.secondsLeft());
  const answer = await ports.solver.solve(
    { ...model, colUpper },
    { ...request, start, maxSteps, maxSeconds: seconds, onProgress },
  );
  budget.spend(answer.steps);
  if ("limit" in answer && answer.limit === "time") state.clock.cut = true;
  return answer;
}

/**
 * The model with the number of deferred candidates to break its ties, and whether a solve has come to where its own objective is settled: less than one
 * unit is left between incumbent and bound.
 */
function fewDeferred({ instance }: RunState, model: LinearModel) {
  const sign = model.sense === "minimise" ? 1 : -1;
  const unit = 1 + instance.arcs.people;
  const colCost = model.colCost.map((cost) => unit * cost);
  for (let arc = 0; arc < instance.arcs.count; arc++) if (instance.arcs.delayOf(arc) > 0) colCost[arc] = at(colCost, arc) + sign;
  const isSettled = ({ incumbent, bound }: SolveProgress) =>
    incumbent !== null && bound !== null && Math.abs(incumbent - bound) < 0.9 * unit;
  return { model: { ...model, colCost, offset: unit * model.offset }, isSettled };
}

/** Adopts an answer once those are seated who wait beside a free seat on their nearest date, and notes where that was. */
function adoptSeated(state: RunState, work: StageWork, arcs: readonly number[], { broken }: Loose): void {
  const { position } = state;
  adopt(state, work, arcs, {
    complete: () => {
      for (let i = 0; i < MOST_SEATED; i++) {
        const arc = position.idle?.find() ?? -1;
        if (arc < 0) return;
        broken.add(arc);
        const current = at(position.chosen, position.compact.candidateOf(arc));
        if (current >= 0) position.remove(current);
        position.add(arc);
      }
    },
  });
}
