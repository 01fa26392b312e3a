import type { Result, TierFigure } from "../domain/result.ts";
import type { Placement } from "../domain/round.ts";
import type { Stage } from "../formulate/stages.ts";
import { better } from "./allowance.ts";
import type { FoundStage } from "./locks.ts";

/** The lock that a stage left in an earlier run, and the bound proven there if it is known to hold. Positions from 0. */
export interface EarlierStage {
  readonly tier: number;
  readonly entry: number;
  /** Worst value that later stages of the earlier run could have in this stage. */
  readonly limit: number;
  readonly bound: number | null;
}

/** An answer to a similar round, from which to start. */
export interface EarlierAnswer {
  /** What no longer fits is repaired. */
  readonly placements: readonly Placement[];
  readonly stages: readonly EarlierStage[];
  /**
   * `quick`: what the change has cost is won back by moves alone, as far as they do; a stage that is within its earlier lock keeps to it. Only bounds
   * that are known already are reported.
   */
  readonly effort: "quick" | "full";
}

const entriesOf = <T>(figure: T | readonly T[] | null): readonly (T | null)[] =>
  Array.isArray(figure) ? figure : [figure as T | null];

/**
 * A result as the start of another run; `boundsHold`: in the new round nothing is allowed that was not in the old one. (Where no seat may be left idle a
 * decision allows more as well: who is kept from a seat no longer waits beside it.)
 */
export function earlierAnswer(
  { outcomes, tiers, locks }: Result,
  { boundsHold, effort }: { readonly boundsHold: boolean; readonly effort: EarlierAnswer["effort"] },
): EarlierAnswer {
  const placements = outcomes.flatMap((outcome) =>
    "promotion" in outcome ? [{ candidate: outcome.candidate, promotion: outcome.promotion, missions: outcome.missions }] : [],
  );
  const stages = locks.flatMap(({ limit }, tier) => {
    const bounds = entriesOf<number | null>(tiers[tier]?.bound ?? null);
    return entriesOf<number>(limit as TierFigure).flatMap((own, entry): EarlierStage[] =>
      own === null ? [] : [{ tier, entry, limit: own, bound: boundsHold ? (bounds[entry] ?? null) : null }],
    );
  });
  return { placements, stages, effort };
}

/** What an earlier run left of a stage, if anything. */
export function earlierStage({ tier, entry }: Stage, earlier: EarlierAnswer | undefined): EarlierStage | undefined {
  return earlier?.stages.find((one) => one.tier === tier && one.entry === entry);
}

/**
 * A bound on a stage that nobody has to work for: its ideal, or one of an earlier run, which still holds while every earlier stage is
 * locked at least as tightly as it was there.
 */
export function knownBound(
  stage: Stage,
  solved: readonly FoundStage[],
  limits: readonly number[],
  earlier?: EarlierAnswer,
): number {
  const bound = earlierStage(stage, earlier)?.bound ?? null;
  if (bound === null || !better(stage.ideal, bound, stage.sense)) return stage.ideal;
  const asTight = solved.every((before, i) => {
    const then = earlierStage(before.stage, earlier);
    return then !== undefined && !better(then.limit, limits[i] ?? Number.NaN, before.stage.sense);
  });
  return asTight ? bound : stage.ideal;
}
