import type { Outcome, Result } from "../../domain/result.ts";
import type { RoundJson } from "../../input/round-schema.ts";

/** A round as it was given, and a result of it. */
export interface Solved {
  readonly round: RoundJson;
  readonly result: Result;
}

/** What somebody got: `null` for who is not in the round. */
export interface Spot {
  readonly outcome: Outcome["outcome"];
  readonly promotion: string | null;
  readonly missions: readonly string[];
  readonly rank: number | null;
  readonly delayDays: number | null;
}

/** The outcome without its reasons. */
export function spotOf(outcome: Outcome): Spot {
  if (outcome.outcome === "placed" || outcome.outcome === "deferred") {
    const { promotion, missions, rank, delayDays } = outcome;
    return { outcome: outcome.outcome, promotion, missions, rank, delayDays };
  }
  return { outcome: outcome.outcome, promotion: null, missions: [], rank: null, delayDays: null };
}
