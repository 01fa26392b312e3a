import { at } from "../../model/instance.ts";
import type { NearPlacement } from "../crew/stage-bound.ts";
import type { Random } from "../random.ts";
import type { RunState } from "../run-state.ts";
import { earlierCosts } from "../start/earlier-costs.ts";

/**
 * Ways to make some placements near an answer for a large round: the most promising as it is, then with everybody whom a stage before `placed` counts where the
 * incumbent of the moment has them, then shaken ones of these. There are few such people, and without it most placements near an answer break a
 * lock of theirs by some person that nothing wins back (bench/LESSONS.md).
 */
export function nearKeeping(
  { instance, position }: RunState,
  near: readonly NearPlacement[],
  count: number,
  random: Random,
): readonly (() => readonly number[])[] {
  if (near.length === 0) return [];
  const costs = earlierCosts(instance);
  const kept = () => position.arcs().filter((arc) => costs.some((cost) => cost.of(arc) < 0));
  return Array.from({ length: count }, (_, i) => {
    const make = at(near, Math.max(0, i - 1) % near.length);
    return () => (i === 0 ? make() : make(i === 1 ? undefined : random, kept()));
  });
}
