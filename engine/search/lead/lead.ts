import type { Stage } from "../../formulate/stages.ts";
import { at } from "../../model/instance.ts";
import { ascentBound } from "../bounds/assignment-bound.ts";
import type { Share } from "../budget.ts";
import { improveByChains } from "../chains/improve-by-chains.ts";
import { isBefore } from "../compare-values.ts";
import { isLawful, moveTo } from "../local/move-to.ts";
import { randomFrom } from "../random.ts";
import { isHuge } from "../round-size.ts";
import { limitReached, type RunState, valueAt } from "../run-state.ts";
import { nearKeeping } from "./near-keeping.ts";

/** Part of the share for the relaxation. */
const PART_FOR_ASCENT = 0.7;
/** People who make room for each other: a start and what is near an answer leave little for chains, so that one length will do. */
const FEW_CHAINS = [4];
/** Placements near the answer that are tried: each takes as long as a start. */
const MOST_NEAR = 3;

/** The position of the stage that a large round is led to, or -1. */
export function leadingStage(stages: readonly Stage[]): number {
  return stages.findIndex(({ objectives }) => objectives.includes("placed"));
}

/**
 * Makes the best of some placements near the answer of the relaxation of `placed` the incumbent of a large round, before any stage is locked: the best in the
 * stages up to it, in their order. Locked one after the other, stages before it would hold on to a start that places hundreds fewer, and refuse all
 * that breaks them by one person.
 */
export async function leadToPlaced(state: RunState, { maxSteps, maxSeconds }: Share): Promise<void> {
  const { instance, stages, ports, budget, position, memory } = state;
  const index = leadingStage(stages);
  if (index < 0 || !isHuge(instance)) return;
  const stage = at(stages, index);
  const locks = stages.slice(0, index).map((earlier, i) => ({ stage: earlier, limit: valueAt(state, i), bound: null }));
  const [arcs, value] = [position.arcs(), valueAt(state, index)];
  const limits = { maxSteps: Math.ceil(maxSteps * PART_FOR_ASCENT), maxSeconds: maxSeconds * PART_FOR_ASCENT };
  const answer = await ascentBound({ instance, stages, locks, arcs, value, bound: stage.ideal, ...limits, memory }, ports);
  if (answer === null) return;
  if (answer.limit === "time") state.clock.cut = true;
  budget.spend(answer.steps);
  polish(state, index);
  const random = randomFrom(`${instance.round.seed}\nlead`);
  for (const make of nearKeeping(state, answer.near ?? [], MOST_NEAR, random)) {
    if (limitReached(state) === null) takeIfBetter(state, make(), index);
  }
}

/** Chains for every stage up to one, each within what those before it have; those after it do not get worse. */
function polish(state: RunState, last: number): void {
  for (let index = 0; index <= last; index++) {
    const { ideal } = at(state.stages, index);
    const limits = state.stages.slice(0, index).map((_, i) => valueAt(state, i));
    if (valueAt(state, index) !== ideal)
      improveByChains(state, limits, { target: ideal, keep: last - index, chains: FEW_CHAINS });
  }
}

/** Makes a placement the incumbent where it is lawful and, polished, better in the first stage up to `last` in which they differ. */
function takeIfBetter(state: RunState, arcs: readonly number[], last: number): void {
  const { position } = state;
  const read = () => position.dials.slice(0, last + 1).map(({ value }) => value());
  const [before, values] = [position.arcs(), read()];
  if (!moveTo(position, arcs)) return;
  if (!isLawful(position)) {
    position.undo();
    return;
  }
  position.accept();
  polish(state, last);
  if (isBefore(read(), values)) return;
  moveTo(position, before);
  position.accept();
}
