import type { Placement } from "../domain/round.ts";

/** A bound the caller knows to hold: a round in which less is allowed keeps the bounds of the one before. Positions from 0. */
export interface KnownBound {
  readonly tier: number;
  readonly entry: number;
  readonly bound: number;
}

/** An answer to a similar round, from which to start. */
export interface EarlierAnswer {
  /** What no longer fits is repaired. */
  readonly placements: readonly Placement[];
  readonly bounds?: readonly KnownBound[];
}
