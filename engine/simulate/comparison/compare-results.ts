import { compareIndicators, type IndicatorComparison } from "./compare-indicators.ts";
import { compareTiers, type TierComparison } from "./compare-tiers.ts";
import { findMoves, type Move } from "./find-moves.ts";
import { type RoundDifferences, roundDifferences } from "./round-differences.ts";
import type { Solved } from "./solved.ts";

/** Two solved rounds side by side; every difference is of the second against the first. */
export interface Comparison {
  /** What differs in what was asked: data, decisions, policy. */
  readonly rounds: RoundDifferences;
  readonly tiers: readonly TierComparison[];
  readonly indicators: readonly IndicatorComparison[];
  /** Everybody whose outcome, promotion or missions differ, by id. */
  readonly moved: readonly Move[];
}

/** Compares two solved rounds: what was asked, what came out tier by tier, and who moved, from what to what and why. */
export function compareResults(base: Solved, other: Solved): Comparison {
  const rounds = roundDifferences(base, other);
  return {
    rounds,
    tiers: compareTiers(base.result, other.result),
    indicators: compareIndicators(base.result, other.result),
    moved: findMoves(base, other, rounds),
  };
}
