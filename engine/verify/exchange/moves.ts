import type { Tier } from "../../domain/policy.ts";
import type { TierFigure } from "../../domain/result.ts";
import { regionOf, servesInOtherLanguageArea } from "../abroad.ts";
import type { Casefile, Service } from "../casefile.ts";
import { measureTier } from "../measure-tiers.ts";
import { changes } from "../objectives/changes.ts";
import { regionCounts, regionShares } from "../regions.ts";
import { promotionSize } from "../rules/promotion-size.ts";
import { checkRules } from "../verify-placements.ts";
import { openCompositions, tiersAlone } from "./kept-compositions.ts";
import { keeps, type TierLimits } from "./limits.ts";
import { type Move, moved, type Touched, touchedBy } from "./moved.ts";
import { openOwedSeats } from "./owed-seats.ts";

/** Tries moves on the placements of a case, everybody else staying. */
export interface Bench {
  /** Whether every rule holds after the moves and every tier keeps its limit; `tiers`: only the first so many. */
  readonly allows: (moves: readonly Move[], tiers?: number) => boolean;
  /** Whether as much was tried as is worth the time; what is tried after that is for nothing. */
  readonly isSpent: () => boolean;
  /** The value of a tier after the moves. */
  readonly valueAfter: (moves: readonly Move[], tier: Tier) => TierFigure;
}

/**
 * Work of one bench, in services looked at: a try looks at those of the promotions touched, some five times each; measuring everything anew takes
 * some two hundred times as long as to look at every service once. All tries of a round of some thousands, fewer as rounds get larger: so that the
 * time stays the same.
 */
const MOST_WORK = 40_000_000;
const LOCAL = 5;
const WHOLE = 200;

/**
 * A bench that asks first what is cheap and settles most: the composition of the promotions touched, Regions, languages, sizes, seats left
 * behind that are owed to somebody. Only what passes is measured anew as a whole.
 */
export function openBench(casefile: Casefile, limits: TierLimits): Bench {
  const { policy, published } = casefile.round;
  const alone = tiersAlone(policy);
  const keepsComposition = openCompositions(casefile, limits);

  /** Persons outside the Regions' bands: those of the movers tell the difference. */
  function keepsRegions(moves: readonly Move[], tiers: number): boolean {
    const tier = alone.get("regional-balance");
    if (tier === undefined || tier >= tiers) return true;
    regions ??= regionCounts(casefile);
    const after = new Map(regions);
    const count = (service: Service, by: number): void => {
      const region = regionOf(service);
      if (region !== null) after.set(region, (after.get(region) ?? 0) + by);
    };
    for (const { from, to } of moves) {
      if (from !== null) count(from, -1);
      count(to, 1);
    }
    const outside = regionShares(casefile, after).reduce((sum, { deviation }) => sum + deviation, 0);
    return keeps(outside, limits[tier]);
  }

  function keepsPublished(moves: readonly Move[], tiers: number): boolean {
    const tier = alone.get("changes");
    if (tier === undefined || tier >= tiers || published.length === 0) return true;
    work += casefile.services.length;
    return keeps(changes.value(moved(casefile, moves)), limits[tier]);
  }

  /** Services in another language area are counted one by one: those of the movers tell the difference. */
  function keepsLanguages(moves: readonly Move[], tiers: number): boolean {
    const tier = alone.get("cross-language");
    if (tier === undefined || tier >= tiers) return true;
    const among = (services: readonly Service[]): number => services.filter(servesInOtherLanguageArea).length;
    const [left, taken] = [moves.flatMap(({ from }) => from ?? []), moves.map(({ to }) => to)];
    languages ??= among(casefile.services);
    return keeps(languages + among(taken) - among(left), limits[tier]);
  }

  const keepsSizes = ({ promotions: touched, after }: Touched): boolean =>
    !casefile.profile.rules.includes("promotion-size") ||
    promotionSize({ ...after, round: { ...after.round, promotions: touched } }).length === 0;

  let regions: ReturnType<typeof regionCounts> | null = null;
  const leavesSeatOwed = openOwedSeats(casefile);
  let languages: number | null = null;
  let work = 0;
  return {
    isSpent: () => work >= MOST_WORK,
    allows: (moves, tiers = Infinity) => {
      const touched = touchedBy(casefile, moves);
      for (const { id } of touched.promotions) work += LOCAL * (casefile.placedIn.get(id)?.length ?? 0);
      if (!keepsComposition(touched, tiers) || !keepsLanguages(moves, tiers) || !keepsRegions(moves, tiers)) return false;
      if (!keepsSizes(touched) || leavesSeatOwed(moves, touched.after) || !keepsPublished(moves, tiers)) return false;
      const after = moved(casefile, moves);
      work += WHOLE * casefile.services.length;
      const within = policy.tiers.every((tier, index) => {
        const limit = limits[index] ?? null;
        return index >= tiers || limit === null || keeps(measureTier(after, tier), limit);
      });
      return within && checkRules(after).length === 0;
    },
    valueAfter: (moves, tier) => {
      work += WHOLE * casefile.services.length;
      return measureTier(moved(casefile, moves), tier);
    },
  };
}
