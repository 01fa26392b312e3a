import type { Instance } from "../../model/instance.ts";

/**
 * What a part has changed, done to another placement: candidates whose arc differs between `base` and `changed` get the one of `changed`,
 * all others keep what they have in `current`. Arcs ascending.
 */
export function mergeChanges(
  { arcs }: Instance,
  base: readonly number[],
  changed: readonly number[],
  current: readonly number[],
): readonly number[] {
  const before = new Set(base);
  const after = new Set(changed);
  const candidateOf = (arc: number) => arcs.candidateOf(arc);
  const movers = new Set([
    ...base.filter((arc) => !after.has(arc)).map(candidateOf),
    ...changed.filter((arc) => !before.has(arc)).map(candidateOf),
  ]);
  const moved = changed.filter((arc) => movers.has(candidateOf(arc)));
  return [...current.filter((arc) => !movers.has(candidateOf(arc))), ...moved].sort((a, b) => a - b);
}
