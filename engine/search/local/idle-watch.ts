import type { Gauge } from "../../model/gauge.ts";
import { at, type Instance } from "../../model/instance.ts";
import { type Compact, packed } from "./compact.ts";
import type { Occupancy } from "./occupancy.ts";

/**
 * Watches that nobody waits beside a free seat and place of their nearest date. It remembers which seats and places were open when the
 * placement was last accepted: only what has opened since, and who has moved since, can leave a seat idle, so a question costs what
 * changed and not what there is.
 */
export interface IdleWatch {
  /** Notes that an arc was chosen or given up. */
  touch(arc: number): void;
  /** A free arc on the nearest date of someone who waits, or -1. Complete only if nobody was idle when last accepted. */
  find(): number;
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

/** What the watch needs to know of the instance; "things" are seats of promotions first, then slots. */
function prepare(instance: Instance, compact: Compact, { nearest, excused }: Extract<Gauge, { kind: "idle" }>) {
  const { promotions, slotsOfArc, places } = compact;
  const watchers: number[][] = Array.from({ length: promotions + places.length }, () => []);
  const nearestOf: number[][] = Array.from({ length: compact.candidates }, () => []);
  for (const arc of nearest) {
    at(nearestOf, at(compact.candidateOf, arc)).push(arc);
    at(watchers, at(compact.promotionOf, arc)).push(arc);
    for (let i = at(slotsOfArc.starts, arc); i < at(slotsOfArc.starts, arc + 1); i++) {
      at(watchers, promotions + at(slotsOfArc.items, i)).push(arc);
    }
  }
  return {
    watchers: packed(watchers),
    nearestOf: packed(nearestOf),
    settles: Uint8Array.from(instance.arcs, ({ delayDays, promotion }) => (delayDays === 0 || excused.has(promotion) ? 1 : 0)),
    membersMake: Uint8Array.from(instance.round.promotions, ({ minSize, members }) =>
      members.length >= Math.max(1, minSize) ? 1 : 0,
    ),
  };
}

/** A watch over a placement that is changed arc by arc. */
export function openIdleWatch(
  instance: Instance,
  compact: Compact,
  occupancy: Occupancy,
  gauge: Extract<Gauge, { kind: "idle" }>,
): IdleWatch {
  const { promotions, candidateOf, promotionOf, seats, places } = compact;
  const { starts: slotStart, items: slotItems } = compact.slotsOfArc;
  const { chosen, size, load } = occupancy;
  const { watchers, nearestOf, settles, membersMake } = prepare(instance, compact, gauge);
  const seatOpen = (promotion: number): boolean => {
    const here = size[promotion] ?? 0;
    return here < (seats[promotion] ?? 0) && (here > 0 || membersMake[promotion] === 1);
  };
  const isOpen = (thing: number): boolean =>
    thing < promotions ? seatOpen(thing) : (load[thing - promotions] ?? 0) < (places[thing - promotions] ?? 0);
  const wasOpen = Uint8Array.from({ length: promotions + places.length }, (_, thing) => (isOpen(thing) ? 1 : 0));
  const things = openTouched(wasOpen.length);
  const movers = openTouched(compact.candidates);

  /** Whether an arc takes a slot. */
  const takes = (arc: number, slot: number): boolean => {
    for (let i = slotStart[arc] ?? 0, end = slotStart[arc + 1] ?? 0; i < end; i++) if (slotItems[i] === slot) return true;
    return false;
  };
  /** Whether the candidate of an arc on the nearest date waits although the arc is free; their own place does not stand in the way. */
  const isIdle = (arc: number): boolean => {
    const own = chosen[candidateOf[arc] ?? 0] ?? -1;
    if ((own >= 0 && settles[own] === 1) || !seatOpen(promotionOf[arc] ?? 0)) return false;
    for (let i = slotStart[arc] ?? 0, end = slotStart[arc + 1] ?? 0; i < end; i++) {
      const slot = slotItems[i] ?? 0;
      if ((load[slot] ?? 0) >= (places[slot] ?? 0) && !(own >= 0 && takes(own, slot))) return false;
    }
    return true;
  };
  const firstIdle = (lists: typeof watchers, list: number): number => {
    for (let i = lists.starts[list] ?? 0, end = lists.starts[list + 1] ?? 0; i < end; i++) {
      const arc = lists.items[i] ?? 0;
      if (isIdle(arc)) return arc;
    }
    return -1;
  };
  return {
    touch: (arc) => {
      things.note(promotionOf[arc] ?? 0);
      for (let i = slotStart[arc] ?? 0, end = slotStart[arc + 1] ?? 0; i < end; i++)
        things.note(promotions + (slotItems[i] ?? 0));
      movers.note(candidateOf[arc] ?? 0);
    },
    find: () => {
      for (let i = 0; i < things.size(); i++) {
        const thing = things.items[i] ?? 0;
        if (wasOpen[thing] === 1 || !isOpen(thing)) continue;
        const idle = firstIdle(watchers, thing);
        if (idle >= 0) return idle;
      }
      for (let i = 0; i < movers.size(); i++) {
        const idle = firstIdle(nearestOf, movers.items[i] ?? 0);
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
