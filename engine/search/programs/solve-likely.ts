import { adopt } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { likelyArcs } from "../columns/composition-bound.ts";
import { limitReached, type RunState, report, type StageWork, valueAt } from "../run-state.ts";

/** Arcs left open per placement, beyond which the program is not solved in time (bench/LESSONS.md). */
const MOST_PER_PLACEMENT = 4;
/** Part of the seconds left for both programs together. */
const PART_OF_SECONDS = 0.5;
/** Arcs for which both programs surely take a second together: with less than that nothing is begun. */
const ARCS_PER_SECOND = 2_500;
/** Steps of the solver: most of what it gains is there by then. */
const MOST_STEPS = 20_000;

/**
 * Kernel search for representativeness after the wishes, which leave few arcs open: the program of the stage among the arcs that its linear program's
 * answer uses, and the incumbent's, from the incumbent. The linear program is that of the stage's bound, solved here too: nobody waits for the other thread.
 */
export async function solveLikely(state: RunState, work: StageWork, share: Share, bound: number): Promise<void> {
  const { instance, stages, position, ports, budget, clock, memory } = state;
  const { stage, locks } = work;
  const { maxSteps } = share;
  const maxSeconds = PART_OF_SECONDS * budget.secondsLeft();
  if (maxSeconds < instance.arcs.count / ARCS_PER_SECOND) {
    clock.cut = true;
    return;
  }
  const ends = ports.now() + maxSeconds;
  const arcs = position.arcs();
  const value = valueAt(state, locks.length);
  const { likely, steps } = await likelyArcs(
    { instance, stages, locks, arcs, value, bound, maxSteps, maxSeconds, memory },
    ports,
  );
  budget.spend(steps);
  if (ports.now() >= ends) clock.cut = true;
  const open = new Set([...likely, ...arcs]);
  if (likely.length === 0 || limitReached(state) !== null || open.size > MOST_PER_PLACEMENT * arcs.length) return;
  const formulation = work.formulation();
  const { model } = formulation;
  const colUpper = model.colUpper.map((upper, column) => (column < instance.arcs.count && !open.has(column) ? 0 : upper));
  const answer = await ports.solver.solve(
    { ...model, colUpper },
    {
      start: formulation.complete(arcs),
      improveStart: true,
      maxSteps: Math.min(maxSteps, MOST_STEPS),
      maxSeconds: Math.max(0, ends - ports.now()),
      onProgress: () => ports.cancelled?.() ?? false,
    },
  );
  budget.spend(answer.steps);
  if ("limit" in answer && answer.limit === "time") clock.cut = true;
  if (answer.status === "optimal" || answer.status === "feasible") adopt(state, work, formulation.decode(answer.point));
  report(state, stage, { incumbent: valueAt(state, locks.length), bound });
}
