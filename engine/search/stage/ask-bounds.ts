import { adopt } from "../adopt.ts";
import type { Share } from "../budget.ts";
import { keepPrices } from "../columns/kept-prices.ts";
import type { BoundMaker } from "../crew/stage-bound.ts";
import { takeNear } from "../lead/take-near.ts";
import { isLarge } from "../round-size.ts";
import { limitReached, report } from "../run-state.ts";
import { tighter } from "../tighter.ts";
import { incumbentOf, isProven, type StageRun } from "./stage-run.ts";

/** Part of a stage's share for the bound makers. */
const PART_FOR_BOUNDS = 0.7;

/** Asks the bound makers in turn while the stage is not proven, and takes over what they met on the way. */
export async function askBounds(run: StageRun, makers: readonly BoundMaker[], share: Share = run.share): Promise<void> {
  const { state, work } = run;
  // The draw has nothing to prove.
  if (!work.stage.objectives.includes("lottery")) {
    for (const make of makers) {
      if (isProven(run) || limitReached(state) !== null) break;
      await askBound(run, make, share);
    }
  }
  report(state, work.stage, { incumbent: incumbentOf(run), bound: run.proven.bound });
}

async function askBound(run: StageRun, make: BoundMaker, share: Share): Promise<void> {
  const { state, work } = run;
  const { instance, stages, ports, budget, memory, position, clock } = state;
  const { locks, stage } = work;
  const answer = await make(
    {
      instance,
      stages,
      locks,
      arcs: position.arcs(),
      value: incumbentOf(run),
      bound: run.proven.bound,
      maxSteps: Math.ceil(share.maxSteps * PART_FOR_BOUNDS),
      maxSeconds: share.maxSeconds * PART_FOR_BOUNDS,
      memory,
    },
    ports,
  );
  if (answer === null) return;
  if (answer.limit === "time") clock.cut = true;
  budget.spend(answer.steps);
  run.proven = tighter(run.proven, answer, stage.sense);
  run.multipliers = answer.multipliers ?? run.multipliers;
  if (answer.multipliers !== undefined) keepPrices(state, work, answer.multipliers);
  run.guide = answer.guide ?? run.guide;
  if (answer.arcs !== undefined) adopt(state, work, answer.arcs);
  if (isLarge(instance)) takeNear(state, locks, answer);
}
