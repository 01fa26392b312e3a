import type { Gauge } from "../../model/gauge.ts";
import { at, type Instance } from "../../model/instance.ts";
import { type Compact, type Lists, packed } from "./compact.ts";
import type { Occupancy } from "./occupancy.ts";
import type { Runs } from "./slot-runs.ts";

/**
 * Watches that nobody waits beside a free seat and place of their nearest date. It remembers which seats and places were open when the
 * placement was last accepted: only what has opened since, and who has moved since, can leave a seat idle, so a question costs what
 * changed and not what there is.
 */
export interface IdleWatch {
  /** Notes that an arc was chosen or given up. */
  touch(arc: number): void;
  /** A free arc on the nearest date of someone who waits, of those that suit, or -1. Complete only if nobody was idle when last accepted. */
  find(suits?: (arc: number) => boolean): number;
  /** The placement as it is now becomes the one to compare with. */
  accept(): void;
  /** The placement is back at what was last accepted. */
  forget(): void;
  /** Number of candidates who wait beside a free seat and place, counted afresh. */
  count(): number;
}

/** A growing list of different whole numbers below `most`. */
function openTouched(most: number) {
  const items = new Int32Array(most);
  const marked = new Uint8Array(most);
  let length = 0;
  return {
    items,
    size: () => length,
    note: (item: number) => {
      if (marked[item] === 1) return;
      marked[item] = 1;
      items[length] = item;
      length += 1;
    },
    clear: () => {
      for (let i = 0; i < length; i++) marked[items[i] ?? 0] = 0;
      length = 0;
    },
  };
}

/**
 * What the watch needs to know of the instance; "things" are seats of promotions first, then slots. Openings on the nearest date are listed
 * by intake, slot and candidate; in each, any promotion of the intake will do.
 */
function prepare(instance: Instance, compact: Compact, { nearest, excused }: Extract<Gauge, { kind: "idle" }>) {
  const { openings, runs, places } = compact;
  const ofIntake: number[][] = openings.intakes.map(() => []);
  const ofSlot: number[][] = Array.from({ length: places.length }, () => []);
  const nearestOf: number[][] = Array.from({ length: compact.candidates }, () => []);
  for (const opening of nearest) {
    at(nearestOf, at(openings.candidateOf, opening)).push(opening);
    at(ofIntake, at(openings.intakeOf, opening)).push(opening);
    for (let i = at(runs.starts, opening); i < at(runs.starts, opening + 1); i++) {
      for (let slot = at(runs.from, i); slot < at(runs.until, i); slot++) at(ofSlot, slot).push(opening);
    }
  }
  const intakeOf = new Int32Array(compact.promotions);
  openings.intakes.forEach((intake, i) => {
    for (const promotion of intake) intakeOf[promotion] = i;
  });
  return {
    ofIntake: packed(ofIntake),
    ofSlot: packed(ofSlot),
    nearestOf: packed(nearestOf),
    intakeOf,
    excused: Uint8Array.from(instance.round.promotions, (_, promotion) => (excused.has(promotion) ? 1 : 0)),
    membersMake: Uint8Array.from(instance.round.promotions, ({ minSize, members }) =>
      members.length >= Math.max(1, minSize) ? 1 : 0,
    ),
  };
}

/** Whether an opening takes a slot. */
function takes({ starts, from, until }: Runs, opening: number, slot: number): boolean {
  for (let i = starts[opening] ?? 0, end = starts[opening + 1] ?? 0; i < end; i++) {
    if ((from[i] ?? 0) <= slot && slot < (until[i] ?? 0)) return true;
  }
  return false;
}

/** A watch over a placement that is changed arc by arc. */
export function openIdleWatch(
  instance: Instance,
  compact: Compact,
  occupancy: Occupancy,
  gauge: Extract<Gauge, { kind: "idle" }>,
): IdleWatch {
  const { promotions, openings, openingOf, promotionOf, seats, places, runs } = compact;
  const { candidateOf, delayDays, firstArc, intakes } = openings;
  const { starts: runStart, from: runFrom, until: runUntil } = runs;
  const { chosen, size, load } = occupancy;
  const { barred } = gauge;
  const { ofIntake, ofSlot, nearestOf, intakeOf, excused, membersMake } = prepare(instance, compact, gauge);
  const seatOpen = (promotion: number): boolean => {
    const here = size[promotion] ?? 0;
    return here < (seats[promotion] ?? 0) && (here > 0 || membersMake[promotion] === 1);
  };
  const isOpen = (thing: number): boolean =>
    thing < promotions ? seatOpen(thing) : (load[thing - promotions] ?? 0) < (places[thing - promotions] ?? 0);
  const wasOpen = Uint8Array.from({ length: promotions + places.length }, (_, thing) => (isOpen(thing) ? 1 : 0));
  const things = openTouched(wasOpen.length);
  const movers = openTouched(compact.candidates);

  const isSettled = (arc: number): boolean => delayDays[openingOf(arc)] === 0 || excused[promotionOf(arc)] === 1;
  /** Whether the candidate of an opening on the nearest date waits although its places are free; their own do not stand in the way. */
  const isWaiting = (opening: number): boolean => {
    const own = chosen[candidateOf[opening] ?? 0] ?? -1;
    if (own >= 0 && isSettled(own)) return false;
    for (let i = runStart[opening] ?? 0, end = runStart[opening + 1] ?? 0; i < end; i++) {
      for (let slot = runFrom[i] ?? 0, last = runUntil[i] ?? 0; slot < last; slot++) {
        if ((load[slot] ?? 0) >= (places[slot] ?? 0) && !(own >= 0 && takes(runs, openingOf(own), slot))) return false;
      }
    }
    return true;
  };
  /** An arc of an opening into a promotion with an open seat, or -1. */
  const seatedArc = (opening: number): number => {
    const intake = intakes[openings.intakeOf[opening] ?? 0] ?? [];
    for (let k = 0; k < intake.length; k++) {
      const arc = (firstArc[opening] ?? 0) + k;
      if (seatOpen(intake[k] ?? 0) && !(barred.size > 0 && barred.has(arc))) return arc;
    }
    return -1;
  };
  const firstIdle = ({ starts, items }: Lists, list: number, suits?: (arc: number) => boolean): number => {
    for (let i = starts[list] ?? 0, end = starts[list + 1] ?? 0; i < end; i++) {
      const opening = items[i] ?? 0;
      if (!isWaiting(opening)) continue;
      const arc = seatedArc(opening);
      if (arc >= 0 && (suits === undefined || suits(arc))) return arc;
    }
    return -1;
  };
  return {
    touch: (arc) => {
      const opening = openingOf(arc);
      things.note(promotionOf(arc));
      for (let i = runStart[opening] ?? 0, end = runStart[opening + 1] ?? 0; i < end; i++) {
        for (let slot = runFrom[i] ?? 0, last = runUntil[i] ?? 0; slot < last; slot++) things.note(promotions + slot);
      }
      movers.note(candidateOf[opening] ?? 0);
    },
    find: (suits) => {
      for (let i = 0; i < things.size(); i++) {
        const thing = things.items[i] ?? 0;
        if (wasOpen[thing] === 1 || !isOpen(thing)) continue;
        const idle =
          thing < promotions ? firstIdle(ofIntake, intakeOf[thing] ?? 0, suits) : firstIdle(ofSlot, thing - promotions, suits);
        if (idle >= 0) return idle;
      }
      for (let i = 0; i < movers.size(); i++) {
        const idle = firstIdle(nearestOf, movers.items[i] ?? 0, suits);
        if (idle >= 0) return idle;
      }
      return -1;
    },
    accept: () => {
      for (let i = 0; i < things.size(); i++) {
        const thing = things.items[i] ?? 0;
        wasOpen[thing] = isOpen(thing) ? 1 : 0;
      }
      things.clear();
      movers.clear();
    },
    forget: () => {
      things.clear();
      movers.clear();
    },
    count: () => {
      let idle = 0;
      for (let candidate = 0; candidate < compact.candidates; candidate++) if (firstIdle(nearestOf, candidate) >= 0) idle += 1;
      return idle;
    },
  };
}
