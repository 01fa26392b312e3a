import { at, type Instance } from "../instance.ts";
import { slotsOf } from "../slots.ts";
import type { Tracker, Trackers } from "../tracker.ts";

/** Candidates who wait although a seat and a place on their nearest date are free. */
export interface IdleTracker extends Tracker {
  idle(): number;
}

/** What the rule looks at: the arcs on the nearest date that count, and the promotions in which a deferral is excused. */
export interface IdleScope {
  readonly nearest: readonly number[];
  readonly excused: ReadonlySet<number>;
}

/** Follows free seats and places, and with them who waits beside one. */
export function idleTracker(trackers: Trackers, scope: IdleScope): IdleTracker {
  return trackers.tracker("idle seats", () => followIdle(trackers.instance, scope));
}

/** Who looks at a seat or a place, by its number: seats of promotions first, then slots. */
function watchersOf(instance: Instance, nearest: readonly number[], needs: readonly (readonly number[])[]): readonly number[][] {
  const watchers: number[][] = [];
  for (const arc of nearest) {
    for (const thing of at(needs, arc)) {
      watchers[thing] ??= [];
      watchers[thing].push(at(instance.arcs, arc).candidate);
    }
  }
  return watchers;
}

/**
 * A promotion's seats and every slot are "things" that are open or not. Changes are only noted; the question `idle` looks at the things
 * that are not as they were when it was last asked, so a move that is taken back costs nothing.
 */
function followIdle(instance: Instance, { nearest, excused }: IdleScope): IdleTracker {
  const { slots, slotsOf: slotsOfArc } = slotsOf(instance);
  const seats = instance.seats.length;
  const needs = instance.arcs.map(({ promotion }, arc) => [promotion, ...at(slotsOfArc, arc).map((slot) => seats + slot)]);
  const free = Int32Array.from([...instance.seats.map((seat) => seat.free), ...slots.map((slot) => slot.free)]);
  const membersMake = instance.round.promotions.map(({ minSize, members }) => members.length >= Math.max(1, minSize));
  const watchers = watchersOf(instance, nearest, needs);
  const nearestOf = Map.groupBy(nearest, (arc) => at(instance.arcs, arc).candidate);
  const candidateOf = Int32Array.from(instance.arcs, (arc) => arc.candidate);
  const promotionOf = Int32Array.from(instance.arcs, (arc) => arc.promotion);
  const placed = new Int32Array(seats);
  const chosen = new Int32Array(instance.round.candidates.length).fill(-1);
  const isOpen = (thing: number): boolean =>
    (free[thing] ?? 0) > 0 && (thing >= seats || (placed[thing] ?? 0) > 0 || membersMake[thing] === true);
  const [judgedOpen, judgedChosen, isIdle] = [
    Uint8Array.from(free, (_, thing) => Number(isOpen(thing))),
    chosen.slice(),
    new Uint8Array(chosen.length),
  ];
  const touched = new Set<number>();
  const moved = new Set<number>();
  let idle = 0;

  const settled = (own: number) =>
    own >= 0 && (at(instance.arcs, own).delayDays === 0 || excused.has(at(instance.arcs, own).promotion));
  const judge = (candidate: number) => {
    const own = chosen[candidate] ?? -1;
    const mine = own < 0 ? [] : at(needs, own);
    // The candidate's own place does not stand in the way; an own seat is no seat of another promotion.
    const free = (thing: number) => isOpen(thing) || (thing >= seats && mine.includes(thing));
    const now = !settled(own) && (nearestOf.get(candidate) ?? []).some((arc) => at(needs, arc).every(free)) ? 1 : 0;
    idle += now - (isIdle[candidate] ?? 0);
    isIdle[candidate] = now;
  };
  const catchUp = () => {
    const affected = new Set<number>();
    for (const thing of touched) {
      const now = Number(isOpen(thing));
      if (now === judgedOpen[thing]) continue;
      judgedOpen[thing] = now;
      for (const candidate of watchers[thing] ?? []) affected.add(candidate);
    }
    for (const candidate of moved) {
      if (chosen[candidate] === judgedChosen[candidate]) continue;
      judgedChosen[candidate] = chosen[candidate] ?? -1;
      affected.add(candidate);
    }
    touched.clear();
    moved.clear();
    for (const candidate of affected) judge(candidate);
  };
  const move = (arc: number, by: 1 | -1) => {
    const candidate = candidateOf[arc] ?? 0;
    const promotion = promotionOf[arc] ?? 0;
    placed[promotion] = (placed[promotion] ?? 0) + by;
    for (const thing of needs[arc] ?? []) {
      free[thing] = (free[thing] ?? 0) - by;
      touched.add(thing);
    }
    chosen[candidate] = by === 1 ? arc : -1;
    moved.add(candidate);
  };
  for (const candidate of nearestOf.keys()) judge(candidate);
  return {
    add: (arc) => move(arc, 1),
    remove: (arc) => move(arc, -1),
    idle: () => {
      catchUp();
      return idle;
    },
  };
}
