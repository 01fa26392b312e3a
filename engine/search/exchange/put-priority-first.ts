import { at, type Instance } from "../../model/instance.ts";
import type { Workbench } from "../workbench.ts";
import type { TierKeeper } from "./tier-keeper.ts";

/** Candidates whom only reserve priority can tell apart, those with priority and the others. */
interface Alike {
  readonly first: readonly number[];
  readonly others: readonly number[];
}

/** Same arcs, arc by arc, and the same in all that a tier may count; who is pinned, or published under `changes`, is like nobody. */
function groupsOfAlike(instance: Instance): readonly Alike[] {
  const { candidates, pins, published, policy } = instance.round;
  const kept = policy.tiers.some(({ objectives }) => objectives.includes("changes")) ? published : [];
  const named = new Set([...pins, ...kept].map(({ candidate }) => candidate));
  const free = candidates.flatMap(({ id }, index) =>
    named.has(id) || at(instance.arcsOfCandidate, index).length === 0 ? [] : [index],
  );
  const groups = Map.groupBy(free, (index) => {
    const { attributes, choices } = at(candidates, index);
    const arcs = at(instance.arcsOfCandidate, index).map((arc) => ({ ...at(instance.arcs, arc), candidate: 0 }));
    return JSON.stringify([arcs, choices.length, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))]);
  });
  const hasPriority = (index: number) => {
    const { reserveSince, deferrals } = at(candidates, index);
    return reserveSince !== null || deferrals > 0;
  };
  return [...groups.values()].flatMap((group) => {
    const [first, others] = [group.filter(hasPriority), group.filter((index) => !hasPriority(index))];
    return first.length > 0 && others.length > 0 ? [{ first, others }] : [];
  });
}

/** How badly off somebody is: the later start first, then the worse choice; who waits is worst off. */
function hardship({ instance, ledger }: Workbench, candidate: number): readonly [number, number] {
  const arc = ledger.arcOf(candidate);
  if (arc < 0) return [Infinity, 0];
  const { promotion, choice } = at(instance.arcs, arc);
  return [at(instance.round.promotions, promotion).start, choice];
}

function isWorse(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

/** Gives each of two alike the other's place; whether every rule and tier was kept, else nothing is changed. */
function swap(bench: Workbench, keeper: TierKeeper, one: number, other: number): boolean {
  const { instance, ledger } = bench;
  const own = [one, other].map((candidate) => ledger.arcOf(candidate));
  const twin = (candidate: number, arc: number | undefined, of: number) =>
    arc === undefined || arc < 0
      ? []
      : [at(at(instance.arcsOfCandidate, candidate), at(instance.arcsOfCandidate, of).indexOf(arc))];
  const swapped = [...twin(one, own[1], other), ...twin(other, own[0], one)];
  for (const arc of own) if (arc >= 0) bench.remove(arc);
  for (const arc of swapped) bench.add(arc);
  if (keeper.keeps()) return true;
  for (const arc of swapped) bench.remove(arc);
  for (const arc of own) if (arc >= 0) bench.add(arc);
  return false;
}

/**
 * Art. 13, second paragraph: of candidates alike in everything but reserve priority, lets those with priority have the better places. Such a
 * swap changes no tier for the worse but, with priority, the draw. Returns how many were swapped.
 */
export function putPriorityFirst(bench: Workbench, keeper: TierKeeper): number {
  let swapped = 0;
  for (const { first, others } of groupsOfAlike(bench.instance)) {
    for (const one of first) {
      const ahead = others.filter((other) => isWorse(hardship(bench, one), hardship(bench, other)));
      const best = ahead.reduce<number | null>((best, other) => {
        return best === null || isWorse(hardship(bench, best), hardship(bench, other)) ? other : best;
      }, null);
      if (best === null || !swap(bench, keeper, one, best)) continue;
      keeper.settle();
      swapped++;
    }
  }
  return swapped;
}
