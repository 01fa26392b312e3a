import { isComposition } from "../../domain/composition.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { at } from "../../model/instance.ts";
import type { SolveProgress } from "../../solvers/solver.ts";
import { adopt } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { sharesOfArcs } from "../columns/composition-bound.ts";
import { limitReached, type RunState, report, type StageWork, valueAt } from "../run-state.ts";

const KEY = "shares of representativeness";

/** Share of a person in the linear program's answer above which an arc is likely; more of them are open before the wishes, and the program must be solved (bench/LESSONS.md). */
const LIKELY_AFTER_WISHES = 0.1;
const LIKELY = 0.25;
/** Arcs left open per placement, beyond which the program is not solved in time. */
const MOST_PER_PLACEMENT = 4;
/** Part of the seconds left for both programs together. */
const PART_OF_SECONDS = 0.4;
/** Arcs for which both programs surely take a second together: with less than that nothing is begun. */
const ARCS_PER_SECOND = 2_500;
/** Steps of the solver: nearly all that it ever finds is there by then. */
const MOST_STEPS = 20_000;
/** Gap to the best of these arcs that will do: it is closed more slowly than later tiers gain by the time. */
const GAP = 0.005;

const isTotal = ({ objectives }: Stage): boolean => objectives.length === 1 && objectives[0] === "representativeness";

/**
 * Kernel search for the tiers of composition: the program of the stage among the arcs that the linear program of representativeness uses to a good part,
 * and the incumbent's, from the incumbent (Angelelli, Mansini and Speranza 2010). Whoever suits the sum of all bands suits the worst promotion too, so one
 * linear program is enough for both; it is that of the stage's bound, solved here too: nobody waits for the other thread. Says whether it found anything better.
 */
export async function solveLikely(state: RunState, work: StageWork, share: Share, bound: number): Promise<boolean> {
  const { instance, position, ports, budget, clock } = state;
  const { stage, locks } = work;
  const maxSeconds = PART_OF_SECONDS * budget.secondsLeft();
  if (maxSeconds < instance.arcs.count / ARCS_PER_SECOND) {
    clock.cut = true;
    return false;
  }
  const ends = ports.now() + maxSeconds;
  const likely = await likelyArcs(state, locks, { maxSteps: share.maxSteps, maxSeconds });
  const arcs = position.arcs();
  const open = new Set([...likely, ...arcs]);
  if (likely.length === 0 || limitReached(state) !== null || open.size > MOST_PER_PLACEMENT * arcs.length) return false;
  const before = valueAt(state, locks.length);
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
      onProgress: (progress) => isNear(progress, before) || (ports.cancelled?.() ?? false),
    },
  );
  budget.spend(answer.steps);
  if ("limit" in answer && answer.limit === "time") clock.cut = true;
  if (answer.status === "optimal" || answer.status === "feasible") adopt(state, work, formulation.decode(answer.point));
  const value = valueAt(state, locks.length);
  report(state, stage, { incumbent: value, bound });
  return value !== before;
}

/** Whether something better than before was found, and is as near to the best of these arcs as will do. */
function isNear({ incumbent, bound }: SolveProgress, before: number): boolean {
  if (incumbent === null || bound === null || incumbent > before - 0.5) return false;
  return incumbent - bound <= GAP * incumbent;
}

/** The arcs that the linear program of representativeness uses under the locks on anything else; its answer is kept for the tier of composition that follows. */
async function likelyArcs(
  { instance, stages, ports, budget, clock, memory }: RunState,
  locks: readonly StageLock[],
  share: Pick<Share, "maxSteps" | "maxSeconds">,
): Promise<readonly number[]> {
  const stage = stages.find(isTotal);
  if (stage === undefined) return [];
  const others = locks.filter((lock) => !isComposition(lock.stage.objectives));
  const least = others.some((lock) => lock.stage.objectives.includes("wishes")) ? LIKELY_AFTER_WISHES : LIKELY;
  const key = [KEY, ...others.map(({ limit }) => limit)].join(" ");
  const above = (shares: Float64Array) => [...shares.keys()].filter((arc) => at(shares, arc) > least);
  const kept = memory.get(key) as Float64Array | undefined;
  if (kept !== undefined) return above(kept);
  const ends = ports.now() + share.maxSeconds;
  const { shares, steps } = await sharesOfArcs({ instance, stage, locks: others, ...share }, ports);
  budget.spend(steps);
  if (ports.now() >= ends) clock.cut = true;
  memory.set(key, shares);
  return above(shares);
}
