import { at } from "../../model/instance.ts";
import { openKeeper } from "./chain-keeper.ts";
import type { ChainTask } from "./chain-task.ts";
import { openingCosts } from "./opening-costs.ts";
import { openRooms } from "./rooms.ts";

/** What a pass has come to. */
export interface ChainsFound {
  /** Chains made. */
  readonly made: number;
  /** People asked to make room. */
  readonly asked: number;
}

/**
 * One pass of alternating chains for the first stage without a limit (negative cycles as of Klein 1967, sought depth first as Hopcroft and Karp seek augmenting
 * paths): somebody goes where the stage gains, who is in the way goes somewhere else, where somebody else may be in the way, and the last one
 * finds a seat and place that are free, or waits. Stages before it keep within their limits and no rule is broken, or the chain is taken back. A seat or place
 * is fought over again only by who comes there at less cost than all before, so that a pass looks at every opening a few times.
 */
export function findChains(task: ChainTask): ChainsFound {
  const { instance, stages, limits, position, stop, most } = task;
  const current = limits.length;
  const stage = at(stages, current);
  const costs = openingCosts(instance, stage, position);
  if (costs === null) return { made: 0, asked: 0 };
  const target = stage.sense === "minimise" ? task.target : -task.target;
  const { compact, chosen, dials } = position;
  const { starts } = compact.openings;
  const search = openSearch(task, costs);
  const gains = (candidate: number, now: number) => {
    for (let o = at(starts, candidate); o < at(starts, candidate + 1); o++) if (at(costs, o) < now) return true;
    return false;
  };
  let made = 0;
  for (let candidate = 0; candidate < compact.candidates; candidate++) {
    if (stop() || search.asked() > most || at(dials, current).value() <= target) break;
    const from = at(chosen, candidate);
    const now = from < 0 ? 0 : at(costs, compact.openingOf(from));
    if (!gains(candidate, now) || !search.from(candidate, from, now)) continue;
    position.accept();
    made += 1;
  }
  return { made, asked: search.asked() };
}

/** The depth-first search of a pass. */
function openSearch(task: ChainTask, costs: Float64Array) {
  const { position, longest } = task;
  const { compact, size } = position;
  const { openings, candidateOf, openingOf, places, seats } = compact;
  const { starts, firstArc, intakeOf, intakes } = openings;
  const keeper = openKeeper(task, costs);
  const rooms = openRooms(task.instance, position);
  const least = leastCosts(costs, openings.candidateOf, compact.candidates);
  /** What it cost to get to a slot, or to a promotion's seats, the last time. */
  const seen = new Float64Array(places.length + seats.length).fill(Infinity);
  let asked = 0;

  /** Finds something for a candidate who holds nothing and had `from`; `spent`: what all moves so far cost. */
  function place(candidate: number, from: number, spent: number, chain: number): boolean {
    const [first, last] = [starts[candidate] ?? 0, starts[candidate + 1] ?? 0];
    for (let opening = first; opening < last; opening++) {
      if (spent + (costs[opening] ?? 0) >= 0 || rooms.firstFull(opening) >= 0) continue;
      const arc = rooms.seatIn(opening, from);
      if (arc < 0) continue;
      const before = position.changes();
      position.add(arc);
      if (keeper.mayEnd()) return true;
      position.undoTo(before);
    }
    if (chain <= 1) return false;
    for (let opening = first; opening < last; opening++) {
      const cost = spent + (costs[opening] ?? 0);
      const slot = rooms.firstFull(opening);
      if (slot >= 0 ? takePlace(opening, slot, from, cost, chain) : takeSeat(opening, from, cost, chain)) return true;
    }
    return false;
  }

  function takePlace(opening: number, slot: number, from: number, cost: number, chain: number): boolean {
    if ((seen[slot] ?? 0) <= cost) return false;
    seen[slot] = cost;
    return rooms.occupants(slot).some((victim) => push(victim, rooms.seatAfter(opening, victim, from), cost, chain));
  }

  function takeSeat(opening: number, from: number, cost: number, chain: number): boolean {
    const [intake, first] = [intakes[intakeOf[opening] ?? 0] ?? [], firstArc[opening] ?? 0];
    for (let k = 0; k < intake.length; k++) {
      const promotion = intake[k] ?? 0;
      const thing = places.length + promotion;
      if ((seen[thing] ?? 0) <= cost || (size[promotion] ?? 0) === 0 || !rooms.mayTake(first + k, from)) continue;
      seen[thing] = cost;
      if (rooms.members(promotion).some((victim) => push(victim, first + k, cost, chain))) return true;
    }
    return false;
  }

  /** Puts the arc in the place of a victim, who finds something else or waits; else nothing has changed. */
  function push(victim: number, arc: number, cost: number, chain: number): boolean {
    const candidate = candidateOf(victim);
    const spent = cost - (costs[openingOf(victim)] ?? 0);
    if (arc < 0 || rooms.isPinned(candidate) || spent + (least[candidate] ?? 0) >= 0) return false;
    asked += 1;
    const before = position.changes();
    position.remove(victim);
    if (position.hasSeat(arc) && position.hasPlaces(arc)) {
      position.add(arc);
      if ((spent < 0 && keeper.mayEnd()) || place(candidate, victim, spent, chain - 1)) return true;
    }
    position.undoTo(before);
    return false;
  }

  return {
    asked: () => asked,
    /** Makes a chain that begins with a candidate who has `from` (or waits), which costs `now`; else nothing has changed. */
    from: (candidate: number, from: number, now: number): boolean => {
      if (from >= 0 && !rooms.mayLeave(from)) return false;
      keeper.begin();
      if (from >= 0) position.remove(from);
      if (place(candidate, from, -now, longest)) return true;
      position.undo();
      return false;
    },
  };
}

/** The least that each candidate can cost, who may also wait. */
function leastCosts(costs: Float64Array, candidateOf: Int32Array, candidates: number): Float64Array {
  const least = new Float64Array(candidates);
  for (let o = 0; o < costs.length; o++) {
    const candidate = at(candidateOf, o);
    if (at(costs, o) < at(least, candidate)) least[candidate] = at(costs, o);
  }
  return least;
}
