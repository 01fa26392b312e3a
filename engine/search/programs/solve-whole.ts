import type { StoppedBy } from "../../domain/result.ts";
import { type Formulation, formulate } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { SolveProgress, SolveResult } from "../../solvers/solver.ts";
import { adopt, type BySolver } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { narrowByLock } from "../columns/kept-prices.ts";
import type { Narrowing } from "../columns/narrow.ts";
import { narrowStage } from "../columns/narrow-stage.ts";
import { boundOnFirst, type JointStages, jointStages, keepSettled } from "../joint-stages.ts";
import { type RunState, report, type StageWork, valueAt } from "../run-state.ts";
import { type Proven, tighter } from "../tighter.ts";
import { keepSizes } from "./keep-sizes.ts";

/** A stage whose program is handed over whole. */
export interface SmallWork extends StageWork {
  /** The best multipliers of whole compositions, if any are known for the stage (`columns/narrow-stage.ts`). */
  readonly multipliers: Float64Array | undefined;
}

/** The program of a stage with those that break its ties, written once. */
export function jointProgram({ instance, stages }: RunState, work: SmallWork): Omit<JointWork, "improveStart" | "sizes"> {
  const joint = jointStages(instance, stages, work.locks.length);
  const formulation = joint.stages.length === 1 ? work.formulation() : formulate(instance, work.locks, joint.whole);
  return { ...work, joint, formulation: () => formulation };
}

/** The program of a stage with those that break its ties. */
interface JointWork extends SmallWork {
  readonly joint: JointStages;
  /** What was tried before has not found the best, or seldom does: the solver is to search as well. */
  readonly improveStart: boolean;
  /** `kept`: every promotion has as many as in the incumbent. */
  readonly sizes: "any" | "kept";
}

/**
 * Hands the program of the stage to the solver, with the incumbent as its start. Where multipliers of whole compositions are known, what they
 * show to be too dear is left out: nothing better than the incumbent is lost by it.
 */
export async function solveWhole(
  state: RunState,
  work: JointWork,
  { maxSteps, maxSeconds }: Share,
  known: Proven,
): Promise<BySolver> {
  const { ports, budget, position, instance } = state;
  const { stage, locks, joint, improveStart, sizes } = work;
  const narrowing = narrowingOf(state, work);
  if (narrowing === null) return { proven: { bound: valueAt(state, locks.length) }, stoppedBy: "proof" };
  const formulation = work.formulation();
  const onProgress = ({ bound }: SolveProgress): boolean => {
    const proven = sizes === "kept" ? known.bound : bound === null ? null : boundOnFirst(joint, bound);
    report(state, stage, { incumbent: valueAt(state, locks.length), bound: proven });
    return ports.cancelled?.() ?? false;
  };
  const start = formulation.complete(position.arcs());
  const lasting = narrowing === undefined ? formulation.model : narrowed(formulation, narrowing, start);
  const model = sizes === "kept" ? keepSizes(instance, { ...formulation, model: lasting }, start) : lasting;
  // The share is of the whole stage, and this may be the last of its programs.
  const seconds = Math.min(maxSeconds, budget.secondsLeft());
  const answer = await ports.solver.solve(model, { start, improveStart, maxSteps, maxSeconds: seconds, onProgress });
  budget.spend(answer.steps);
  if (reasonOf(answer) === "time") state.clock.cut = true;
  if (answer.status !== "optimal" && answer.status !== "feasible") return { proven: known, stoppedBy: reasonOf(answer) };
  // Of two placements of the same value the one that was improved with the later stages in mind is kept.
  adopt(state, work, formulation.decode(answer.point), { count: joint.stages.length });
  // Of other sizes it says nothing.
  if (sizes === "kept") return { proven: known, stoppedBy: "steps" };
  if (answer.status === "optimal") keepSettled(state, work, joint, answer.objective);
  const proven = answer.bound === null ? known : tighter(known, { bound: boundOnFirst(joint, answer.bound) }, stage.sense);
  return { proven, stoppedBy: reasonOf(answer) };
}

/** What no placement has that is better in the stage, or as good and better in one that breaks its ties. */
function narrowingOf(state: RunState, { locks, stage, joint, multipliers }: JointWork): Narrowing | null | undefined {
  if (multipliers === undefined) return narrowByLock(state, locks);
  const { instance, stages } = state;
  const value = valueAt(state, locks.length);
  const asGood = joint.stages.length === 1 ? 0 : stage.sense === "minimise" ? 1 : -1;
  return narrowStage({ instance, stages, locks, value: value + asGood }, multipliers);
}

/** The program without the arcs and sizes that are closed, but for those of the start. */
function narrowed({ model, sizesOf }: Formulation, { closedArcs, closedSizes }: Narrowing, start: Float64Array): LinearModel {
  const colUpper = model.colUpper.slice();
  const close = (column: number) => {
    if (start[column] === 0) colUpper[column] = 0;
  };
  closedArcs.forEach((closed, arc) => {
    if (closed === 1) close(arc);
  });
  for (const [promotion, closed] of closedSizes) {
    const table = sizesOf(promotion);
    table?.sizes.forEach((size, i) => {
      if (closed.has(size)) close(at(table.columns, i));
    });
  }
  return { ...model, colUpper };
}

/** What ended a solve that proved nothing final. */
function reasonOf(answer: SolveResult): StoppedBy {
  return "limit" in answer ? answer.limit : "error";
}
