import { at } from "../../model/instance.ts";
import type { Moves } from "../../search/local/moves.ts";
import type { Position } from "../../search/local/position.ts";
import type { Random } from "../../search/random.ts";
import { augment } from "../../search/start/augment.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Strain } from "./strain.ts";

/** What putting somebody where they want to be needs. */
export interface Inserting {
  readonly base: BaseRun;
  readonly position: Position;
  readonly moves: Moves;
  readonly strain: Strain;
  /** Mends what a move has left; whether the placement is lawful then. */
  readonly isLawful: () => boolean;
}

/** Share of the insertions that push somebody out of the promotion in any case. */
const EXCHANGES = 0.5;

/**
 * Puts the demand's candidate on one of the arcs demanded, drawn at random, with whoever is pushed aside finding something else if they can; whoever
 * that leaves without a placement beyond the lock on `placed` is made up for along an augmenting chain. False, and nothing changed, where that
 * is not lawful.
 */
export function insert(
  { base, position, moves, strain, isLawful }: Inserting,
  { candidate, arcs }: Demand,
  random: Random,
): boolean {
  const arc = at(arcs, random.below(arcs.length));
  if (random.unit() < EXCHANGES) moves.exchange(arc);
  else moves.force(arc);
  // A promotion that is not held takes as many as it needs, or nobody.
  const promotion = position.compact.promotionOf(arc);
  const here = at(position.size, promotion);
  if (here > 0 && here < at(position.compact.needed, promotion)) moves.openUp(promotion);
  if (position.changes() > 0 && isLawful()) {
    const missing = missingIn(base, strain);
    if (missing === 0) return true;
    placeMore({ base, position }, candidate, missing, random);
    if (isLawful()) return true;
  }
  position.undo();
  return false;
}

/** Persons missing to the lock on how many are placed. */
function missingIn({ stages }: BaseRun, strain: Strain): number {
  const placed = stages.findIndex(({ stage }) => stage.objectives.includes("placed"));
  return placed < 0 ? 0 : strain.of(placed);
}

/** Places as many more of those who wait, in a random order, the candidate staying where they are. */
function placeMore(
  { base: { instance }, position }: Pick<Inserting, "base" | "position">,
  candidate: number,
  most: number,
  random: Random,
): void {
  const { compact, chosen } = position;
  const isOthers = (arc: number) => compact.candidateOf(arc) !== candidate;
  const waiting = shuffled(
    instance.round.candidates.flatMap((_, other) => (at(chosen, other) < 0 ? [other] : [])),
    random,
  );
  augment(
    {
      instance,
      occupancy: position,
      usable: (arc) => compact.usable(arc) && isOthers(arc),
      mayMove: isOthers,
      keepsSizes: true,
    },
    waiting,
    most,
  );
}

function shuffled(list: readonly number[], random: Random): readonly number[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [mixed[i], mixed[other]] = [at(mixed, other), at(mixed, i)];
  }
  return mixed;
}
