import { at, type Instance } from "../model/instance.ts";
import { menderOf } from "../search/local/mender.ts";
import { movesOn } from "../search/local/moves.ts";
import { openPosition, type Position } from "../search/local/position.ts";
import { randomFrom } from "../search/random.ts";
import type { BaseRun } from "./base-run.ts";
import type { Demand } from "./demand.ts";

/** Looks for placements that meet a demand, from the base run's on, by moves of the local search. */
export interface Seeker {
  /**
   * The lawful placement with the demand met that keeps the most stages, and of these goes least beyond the first one it breaks; `null`
   * if no lawful one was met. The same demand gives the same answer.
   */
  seek(demand: Demand): readonly number[] | null;
}

/** Ways tried to make room on each arc demanded. */
const TRIES_PER_ARC = 40;
/** Moves after the first that may mend what it broke. */
const FOLLOW_UPS = 12;
const MOST_TRIES = 400;

/** A seeker on one base run. */
export function openSeeker({ instance, arcs, stages }: BaseRun): Seeker {
  const position = openPosition(
    instance,
    stages.map(({ stage }) => stage),
    arcs,
  );
  position.accept();
  const ceilings = stages.map(({ stage, limit }) => (stage.sense === "minimise" ? limit : -limit));
  const judge = judgeOf(position, ceilings);
  return { seek: (demand) => seekFrom(instance, position, judge, demand) };
}

/** How good a placement is: stages kept, then how far the next one is beyond its limit. */
interface Judgement {
  readonly kept: number;
  readonly beyond: number;
}

function judgeOf({ dials, breaches }: Position, ceilings: readonly number[]): () => Judgement | null {
  return () => {
    if (breaches.some((breach) => breach() > 0)) return null;
    for (let i = 0; i < ceilings.length; i++) {
      const beyond = (dials[i]?.value() ?? 0) - (ceilings[i] ?? 0);
      if (beyond > 0) return { kept: i, beyond };
    }
    return { kept: ceilings.length, beyond: 0 };
  };
}

const isBetter = (a: Judgement, b: Judgement | null) =>
  b === null || a.kept > b.kept || (a.kept === b.kept && a.beyond < b.beyond);

function seekFrom(
  instance: Instance,
  position: Position,
  judge: () => Judgement | null,
  demand: Demand,
): readonly number[] | null {
  const { compact, chosen } = position;
  const random = randomFrom(`alternative\n${demand.candidate}\n${at(demand.arcs, 0)}`);
  const moves = movesOn(position, random);
  const mend = menderOf(position, random);
  const wanted = new Set(demand.arcs);
  const complete = instance.round.candidates.length;
  const met = () => wanted.has(chosen[demand.candidate] ?? -1);
  let best: { readonly judgement: Judgement; readonly arcs: readonly number[] } | null = null;
  const tries = Math.min(MOST_TRIES, TRIES_PER_ARC * demand.arcs.length);
  for (let attempt = 0; attempt < tries; attempt++) {
    const arc = at(demand.arcs, attempt % demand.arcs.length);
    if (!compact.usable(arc)) continue;
    if (attempt % 2 === 0) moves.force(arc);
    else moves.exchange(arc);
    for (let follow = 0; follow <= FOLLOW_UPS; follow++) {
      const judgement = mend() && met() ? judge() : null;
      if (judgement !== null && isBetter(judgement, best?.judgement ?? null)) best = { judgement, arcs: position.arcs() };
      if (follow === FOLLOW_UPS || judgement === null) break;
      // Somebody who lost by it, or anybody, gets another arc.
      const candidate = random.below(complete);
      const [from, until] = [at(compact.firstArc, candidate), at(compact.firstArc, candidate + 1)];
      if (candidate === demand.candidate || from === until) continue;
      moves.force(from + random.below(until - from));
    }
    position.undo();
    if (best !== null && best.judgement.kept === position.dials.length) break;
  }
  return best?.arcs ?? null;
}
