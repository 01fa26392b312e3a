import type { Result, TierFigure } from "../domain/result.ts";
import type { Placement } from "../domain/round.ts";
import type { Stage } from "../formulate/stages.ts";
import { better } from "./allowance.ts";
import type { FoundStage } from "./locks.ts";

/** A bound proven in an earlier run, and the lock that its stage left there. Positions from 0. */
export interface KnownBound {
  readonly tier: number;
  readonly entry: number;
  readonly bound: number;
  /** Worst value that later stages of the earlier run could have in this stage. */
  readonly limit: number;
}

/** An answer to a similar round, from which to start. */
export interface EarlierAnswer {
  /** What no longer fits is repaired. */
  readonly placements: readonly Placement[];
  /** Bounds that the caller knows to hold: a round in which less is allowed keeps those of the one before. */
  readonly bounds: readonly KnownBound[];
  /** `quick`: the repaired placement is improved by moves alone, and only bounds that are known already are reported. */
  readonly effort: "quick" | "full";
}

const entriesOf = <T>(figure: T | readonly T[] | null): readonly (T | null)[] =>
  Array.isArray(figure) ? figure : [figure as T | null];

/** A result as the start of another run; `boundsHold`: in the new round nothing is allowed that was not in the old one. */
export function earlierAnswer(
  { outcomes, tiers, locks }: Result,
  { boundsHold, effort }: { readonly boundsHold: boolean; readonly effort: EarlierAnswer["effort"] },
): EarlierAnswer {
  const placements = outcomes.flatMap((outcome) =>
    "promotion" in outcome ? [{ candidate: outcome.candidate, promotion: outcome.promotion, missions: outcome.missions }] : [],
  );
  const bounds = tiers.flatMap((tier, index) => {
    const limits = entriesOf<number>(locks[index]?.limit as TierFigure);
    return entriesOf<number | null>(tier.bound).flatMap((bound, entry): KnownBound[] => {
      const limit = limits[entry];
      return typeof bound === "number" && typeof limit === "number" ? [{ tier: index, entry, bound, limit }] : [];
    });
  });
  return { placements, bounds: boundsHold ? bounds : [], effort };
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
  const at = (one: Stage) => earlier?.bounds.find(({ tier, entry }) => tier === one.tier && entry === one.entry);
  const known = at(stage);
  if (known === undefined || !better(stage.ideal, known.bound, stage.sense)) return stage.ideal;
  const asTight = solved.every((before, i) => {
    const then = at(before.stage);
    return then !== undefined && !better(then.limit, limits[i] ?? Number.NaN, before.stage.sense);
  });
  return asTight ? known.bound : stage.ideal;
}
