import { isComposition } from "../../domain/composition.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { adopt } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { likelyArcs } from "../columns/composition-bound.ts";
import { limitReached, type RunState, report, type StageWork, valueAt } from "../run-state.ts";

const KEY = "likely arcs of representativeness";

/** Arcs left open per placement, beyond which the program is not solved in time (bench/LESSONS.md). */
const MOST_PER_PLACEMENT = 4;
/** Part of the seconds left for both programs together. */
const PART_OF_SECONDS = 0.4;
/** Arcs for which both programs surely take a second together: with less than that nothing is begun. */
const ARCS_PER_SECOND = 2_500;
/** Steps of the solver: it finds the first placement after some 9,000 where wishes come later, and nearly all it ever finds by then. */
const MOST_STEPS = 30_000;

const isTotal = ({ objectives }: Stage): boolean => objectives.length === 1 && objectives[0] === "representativeness";

/**
 * Kernel search for the tiers of composition: the program of the stage among the arcs that the linear program of representativeness uses to a good part,
 * and the incumbent's, from the incumbent (Angelelli, Mansini and Speranza 2010). Whoever suits the sum of all bands suits the worst promotion too, so one
 * linear program is enough for both; it is that of the stage's bound, solved here too: nobody waits for the other thread.
 */
export async function solveLikely(state: RunState, work: StageWork, share: Share, bound: number): Promise<void> {
  const { instance, position, ports, budget, clock } = state;
  const { stage, locks } = work;
  const maxSeconds = PART_OF_SECONDS * budget.secondsLeft();
  if (maxSeconds < instance.arcs.count / ARCS_PER_SECOND) {
    clock.cut = true;
    return;
  }
  const ends = ports.now() + maxSeconds;
  const likely = await likelyOfTotal(state, locks, { maxSteps: share.maxSteps, maxSeconds });
  const arcs = position.arcs();
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
      maxSteps: Math.min(share.maxSteps, MOST_STEPS),
      maxSeconds: Math.max(0, ends - ports.now()),
      onProgress: () => ports.cancelled?.() ?? false,
    },
  );
  budget.spend(answer.steps);
  if ("limit" in answer && answer.limit === "time") clock.cut = true;
  if (answer.status === "optimal" || answer.status === "feasible") adopt(state, work, formulation.decode(answer.point));
  report(state, stage, { incumbent: valueAt(state, locks.length), bound });
}

/** The arcs that the linear program of representativeness uses under the locks on anything else; kept for the tier of composition that follows. */
async function likelyOfTotal(
  { instance, stages, ports, budget, clock, memory }: RunState,
  locks: readonly StageLock[],
  share: Pick<Share, "maxSteps" | "maxSeconds">,
): Promise<readonly number[]> {
  const stage = stages.find(isTotal);
  if (stage === undefined) return [];
  const others = locks.filter((lock) => !isComposition(lock.stage.objectives));
  const key = [KEY, ...others.map(({ limit }) => limit)].join(" ");
  const kept = memory.get(key) as readonly number[] | undefined;
  if (kept !== undefined) return kept;
  const ends = ports.now() + share.maxSeconds;
  const { likely, steps } = await likelyArcs({ instance, stage, locks: others, ...share }, ports);
  budget.spend(steps);
  if (ports.now() >= ends) clock.cut = true;
  memory.set(key, likely);
  return likely;
}
