import { formulate } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { SolveRequest, SolveResult } from "../../solvers/solver.ts";
import { adopt } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { jointStages } from "../joint-stages.ts";
import { type RunState, report, type StageWork, valueAt } from "../run-state.ts";
import { hasSizes, keepSizes } from "./keep-sizes.ts";

/** Share of a person in the relaxation's answer above which an arc is likely. */
const LIKELY = 0.1;
/** Steps of the solver for the likely arcs: nearly all of these programs are solved by then. */
const MOST_STEPS = 8_000;
/** Arcs for which the relaxation and the program of its likely arcs take a second together. */
const ARCS_PER_SECOND = 3_000;

/**
 * Kernel search in the neighbourhood of the placements with the incumbent's sizes: the linear program from inside, then the integer program of the arcs
 * that its answer uses, and of the incumbent's. For wishes after composition, where moves stay far from the best (bench/LESSONS.md): all their entries,
 * and what breaks their ties, are looked at by the program of the first. Left out where the seconds left, whatever the stage's share of them, are not enough.
 */
export async function solveKept(state: RunState, work: StageWork, given: Share, bound: number): Promise<void> {
  const { instance, budget, position, clock } = state;
  if (!work.stage.objectives.includes("wishes") || work.stage.entry > 0) return;
  const left = budget.secondsLeft();
  if (left < instance.arcs.count / ARCS_PER_SECOND) {
    clock.cut = true;
    return;
  }
  const joint = jointStages(instance, state.stages, work.locks.length);
  const formulation = joint.stages.length === 1 ? work.formulation() : formulate(instance, work.locks, joint.whole);
  if (!hasSizes(instance, formulation)) return;
  const start = formulation.complete(position.arcs());
  const model = keepSizes(instance, formulation, start);
  const share = { ...given, maxSeconds: left };
  const relaxed = await solve(state, { ...model, integrality: new Int32Array(model.numCols) }, share, { interior: true });
  if (relaxed.status !== "optimal") return;
  const within = { ...share, maxSteps: Math.min(share.maxSteps, MOST_STEPS), maxSeconds: budget.secondsLeft() };
  const answer = await solve(state, likely(instance.arcs.count, model, relaxed.point, start), within, {
    start,
    improveStart: true,
  });
  if (answer.status !== "optimal" && answer.status !== "feasible") return;
  adopt(state, work, formulation.decode(answer.point), { count: joint.stages.length });
  report(state, work.stage, { incumbent: valueAt(state, work.locks.length), bound });
}

/** The model without the arcs that neither point uses. */
export function likely(arcs: number, model: LinearModel, point: Float64Array, start: Float64Array): LinearModel {
  const colUpper = model.colUpper.slice();
  for (let arc = 0; arc < arcs; arc++) if (at(point, arc) < LIKELY && start[arc] === 0) colUpper[arc] = 0;
  return { ...model, colUpper };
}

async function solve(
  state: RunState,
  model: LinearModel,
  { maxSteps, maxSeconds }: Share,
  request: SolveRequest,
): Promise<SolveResult> {
  const { ports, budget, clock } = state;
  const onProgress = () => ports.cancelled?.() ?? false;
  const answer = await ports.solver.solve(model, { ...request, maxSteps, maxSeconds, onProgress });
  budget.spend(answer.steps);
  if ("limit" in answer && answer.limit === "time") clock.cut = true;
  return answer;
}
