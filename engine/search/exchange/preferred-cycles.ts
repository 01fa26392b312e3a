import { at, type Instance } from "../../model/instance.ts";
import type { Position } from "../local/position.ts";
import { preferredOpenings } from "./free-moves.ts";
import type { TierKeeper } from "./tier-keeper.ts";

/** Somebody's preferred arc, and the candidate who holds that promotion and mission now. */
interface Envy {
  readonly arc: number;
  readonly holder: number;
}

/** Arcs walked per length of cycle, fifty times as many up to the length `SURELY`: more than the verifier walks. */
const STEPS = 400_000;
const SURELY = 3;
const SURELY_FACTOR = 50;
/** Steps that trying a cycle costs. */
const TRIAL = 50;

/** Whom each candidate envies in the present placement, worked out on first use. */
interface EnvyGraph {
  readonly of: (candidate: number) => readonly Envy[];
  /** Some people have exchanged their arcs. */
  readonly moved: (cycle: readonly Envy[], before: readonly number[]) => void;
}

function openEnvy(instance: Instance, { chosen, compact, arcs }: Position): EnvyGraph {
  const { firstArc, wishes, wishOf, intakeOf } = instance.arcs.openings;
  const missionsOf = (opening: number) => at(wishes, at(wishOf, opening)).missions.join(" ");
  /** The arcs held at the missions of an opening. */
  const holders = new Map(
    [...Map.groupBy(arcs(), (arc) => missionsOf(compact.openingOf(arc)))].map(([place, held]) => [place, new Set(held)]),
  );
  const known = new Map<number, readonly Envy[]>();
  const find = (candidate: number): readonly Envy[] => {
    const own = at(chosen, candidate);
    if (own < 0) return [];
    return preferredOpenings(instance, candidate, own).flatMap((opening) =>
      [...(holders.get(missionsOf(opening)) ?? [])].flatMap((held): readonly Envy[] => {
        const theirs = compact.openingOf(held);
        if (at(intakeOf, theirs) !== at(intakeOf, opening)) return [];
        // The same promotion of the same intake.
        const arc = at(firstArc, opening) + held - at(firstArc, theirs);
        return compact.usable(arc) ? [{ arc, holder: compact.candidateOf(held) }] : [];
      }),
    );
  };
  return {
    of: (candidate) => {
      const list = known.get(candidate) ?? find(candidate);
      known.set(candidate, list);
      return list;
    },
    moved: (cycle, before) => {
      for (const arc of before) holders.get(missionsOf(compact.openingOf(arc)))?.delete(arc);
      for (const { arc } of cycle) holders.get(missionsOf(compact.openingOf(arc)))?.add(arc);
      known.clear();
    },
  };
}

/** Puts everybody of a cycle where they envy somebody, if every rule and tier is kept; whether it was done. */
function exchange(position: Position, accepted: TierKeeper, graph: EnvyGraph, cycle: readonly Envy[]): boolean {
  const { chosen, compact } = position;
  const before = cycle.map(({ arc }) => at(chosen, compact.candidateOf(arc)));
  for (const arc of before) position.remove(arc);
  for (const { arc } of cycle) position.add(arc);
  const done = accepted();
  if (done) graph.moved(cycle, before);
  return done;
}

/**
 * Exchanges positions along cycles of candidates in which each prefers the next one's, wherever every rule and tier is kept: swaps first,
 * then longer cycles while steps are left. Returns how many were exchanged; when it is 0, none is left up to the length reached.
 */
export function exchangeAlongCycles(instance: Instance, position: Position, accepted: TierKeeper): number {
  const graph = openEnvy(instance, position);
  let [exchanged, left, deeper] = [0, 0, true];

  /** Walks on from the last of a path; a cycle is met at its smallest member. Whether one was exchanged. */
  function walk(first: number, last: number, path: Envy[], onPath: Set<number>, length: number): boolean {
    for (const envy of graph.of(last)) {
      if (--left < 0) return false;
      path.push(envy);
      if (envy.holder === first && path.length === length) {
        left -= TRIAL;
        if (exchange(position, accepted, graph, path)) return true;
      } else if (envy.holder > first && !onPath.has(envy.holder)) {
        if (path.length === length) deeper = true;
        else {
          onPath.add(envy.holder);
          if (walk(first, envy.holder, path, onPath, length)) return true;
          onPath.delete(envy.holder);
        }
      }
      path.pop();
    }
    return false;
  }

  for (let length = 2; deeper && left >= 0; length++) {
    deeper = false;
    left = length <= SURELY ? STEPS * SURELY_FACTOR : STEPS;
    for (let first = 0; first < instance.round.candidates.length && left >= 0; first++) {
      while (left >= 0 && walk(first, first, [], new Set([first]), length)) exchanged++;
    }
  }
  return exchanged;
}
