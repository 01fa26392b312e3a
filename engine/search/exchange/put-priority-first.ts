import { at, type Instance } from "../../model/instance.ts";
import type { Position } from "../local/position.ts";
import type { TierKeeper } from "./tier-keeper.ts";

/** Candidates whom only reserve priority can tell apart, those with priority and the others. */
export interface Alike {
  readonly first: readonly number[];
  readonly others: readonly number[];
}

/** Same arcs, arc by arc, and the same in all that a tier may count; who is pinned, or published under `changes`, is like nobody. */
export function groupsOfAlike(instance: Instance): readonly Alike[] {
  const { candidates, pins, published, policy } = instance.round;
  const kept = policy.tiers.some(({ objectives }) => objectives.includes("changes")) ? published : [];
  const named = new Set([...pins, ...kept].map(({ candidate }) => candidate));
  const free = candidates.flatMap(({ id }, index) =>
    named.has(id) || instance.arcs.ofCandidate(index).length === 0 ? [] : [index],
  );
  const wishes = (index: number) => JSON.stringify([at(candidates, index).choices, at(candidates, index).chosenStart]);
  const likeness = (index: number) => {
    const arcs = instance.arcs.ofCandidate(index).map((arc) => ({ ...instance.arcs.get(arc), candidate: 0 }));
    return JSON.stringify([arcs, Object.entries(at(candidates, index).attributes).sort(([a], [b]) => (a < b ? -1 : 1))]);
  };
  const hasPriority = (index: number) => {
    const { reserveSince, deferrals } = at(candidates, index);
    return reserveSince !== null || deferrals > 0;
  };
  const split = (group: readonly number[]): readonly Alike[] => {
    const [first, others] = [group.filter(hasPriority), group.filter((index) => !hasPriority(index))];
    return first.length > 0 && others.length > 0 ? [{ first, others }] : [];
  };
  // Arcs are long to compare: only who wishes the same on the same day can have the same.
  return [...Map.groupBy(free, wishes).values()].flatMap((alike) =>
    split(alike).length === 0 ? [] : [...Map.groupBy(alike, likeness).values()].flatMap(split),
  );
}

/** How badly off somebody is: the later start first, then the worse choice; who waits is worst off. */
function hardship(instance: Instance, { chosen }: Position, candidate: number): readonly [number, number] {
  const arc = at(chosen, candidate);
  if (arc < 0) return [Infinity, 0];
  const { promotion, choice } = instance.arcs.get(arc);
  return [at(instance.round.promotions, promotion).start, choice];
}

function isWorse(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

/** Gives each of two alike the other's place; whether every rule and tier was kept, else nothing is changed. */
function swap(instance: Instance, position: Position, accepted: TierKeeper, [one, other]: readonly [number, number]): boolean {
  const { arcs } = instance;
  const own = [at(position.chosen, one), at(position.chosen, other)] as const;
  const twin = (to: number, from: number, arc: number) => (arc < 0 ? [] : [arcs.firstOf(to) + arc - arcs.firstOf(from)]);
  const swapped = [...twin(one, other, own[1]), ...twin(other, one, own[0])];
  for (const arc of own) if (arc >= 0) position.remove(arc);
  for (const arc of swapped) position.add(arc);
  return accepted();
}

/**
 * Art. 13, second paragraph: of candidates alike in everything but reserve priority, lets those with priority have the better places. Such a
 * swap changes no tier for the worse, and the draw, where priority comes first, for the better. Returns how many were swapped.
 */
export function putPriorityFirst(instance: Instance, position: Position, accepted: TierKeeper, groups: readonly Alike[]): number {
  const worse = (a: number, b: number) => isWorse(hardship(instance, position, a), hardship(instance, position, b));
  let swapped = 0;
  for (const { first, others } of groups) {
    for (const one of first) {
      const ahead = others.filter((other) => worse(one, other));
      const best = ahead.reduce((best, other) => (best < 0 || worse(best, other) ? other : best), -1);
      if (best >= 0 && swap(instance, position, accepted, [one, best])) swapped++;
    }
  }
  return swapped;
}
