import type { Tier } from "../../domain/policy.ts";
import type { TierFigure } from "../../domain/result.ts";
import { servesInOtherLanguageArea } from "../abroad.ts";
import type { Casefile, Service } from "../casefile.ts";
import { type Composition, compositionOf } from "../composition.ts";
import { measureTier } from "../measure-tiers.ts";
import { changes } from "../objectives/changes.ts";
import { regionShares } from "../regions.ts";
import { promotionSize } from "../rules/promotion-size.ts";
import { checkRules } from "../verify-placements.ts";
import { keeps, type TierLimits } from "./limits.ts";

/** Somebody placed, or waiting (`null`), put somewhere else. */
export interface Move {
  readonly from: Service | null;
  readonly to: Service;
}

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
 * Work of one bench, in services looked at: a try looks at all of them once, measuring everything anew takes some two hundred times as long.
 * All tries of a round of some hundreds, fewer as rounds get larger: so that the time stays the same.
 */
const MOST_WORK = 40_000_000;
const WHOLE = 200;

/** The case with people moved. */
function moved(casefile: Casefile, moves: readonly Move[]): Casefile {
  const placedIn = new Map(casefile.placedIn);
  const leaving = new Set(moves.map(({ from }) => from));
  const services = [...casefile.services.filter((service) => !leaving.has(service)), ...moves.map(({ to }) => to)];
  for (const id of touchedBy(moves)) {
    const stay = (placedIn.get(id) ?? []).filter((service) => !leaving.has(service));
    const there = [...stay, ...moves.flatMap(({ to }) => (to.promotion.id === id ? to : []))];
    if (there.length > 0) placedIn.set(id, there);
    else placedIn.delete(id);
  }
  return { ...casefile, services, placedIn };
}

function touchedBy(moves: readonly Move[]): ReadonlySet<string> {
  return new Set(moves.flatMap(({ from, to }) => [to.promotion.id, ...(from === null ? [] : [from.promotion.id])]));
}

/**
 * A bench that asks first what is cheap and settles most: the composition of the promotions touched, Regions, languages, sizes. Only what passes is
 * measured anew as a whole.
 */
export function openBench(casefile: Casefile, limits: TierLimits): Bench {
  const { promotions, policy } = casefile.round;
  const compositions = new Map<string, Composition>();
  for (const promotion of promotions) {
    if (casefile.placedIn.has(promotion.id)) compositions.set(promotion.id, compositionOf(casefile, promotion));
  }
  const deviations = [...compositions].map(([id, { deviation }]) => [id, deviation] as const).sort(([, a], [, b]) => b - a);
  const total = deviations.reduce((sum, [, deviation]) => sum + deviation, 0);
  const minimum = policy.crossRegion?.minimum ?? 0;
  const abroad = [...compositions.values()].filter(({ crossRegion }) => crossRegion >= minimum).length;
  const alone = new Map(
    policy.tiers.flatMap(({ objectives: [id, ...others] }, tier) => (others.length === 0 ? [[id, tier]] : [])),
  );
  const reads = (["worst-promotion", "representativeness", "cross-region"] as const).some((id) => alone.has(id));

  function keepsComposition(after: Casefile, touched: ReadonlySet<string>, tiers: number): boolean {
    if (!reads) return true;
    const before = [...touched].flatMap((id) => compositions.get(id) ?? []);
    const now = promotions.flatMap((promotion) =>
      touched.has(promotion.id) && after.placedIn.has(promotion.id) ? compositionOf(after, promotion) : [],
    );
    const sum = (list: readonly Composition[]): number => list.reduce((all, { deviation }) => all + deviation, 0);
    const held = (list: readonly Composition[]): number => list.filter(({ crossRegion }) => crossRegion >= minimum).length;
    const others = deviations.find(([id]) => !touched.has(id))?.[1] ?? 0;
    const figures = {
      "worst-promotion": Math.max(others, ...now.map(({ deviation }) => deviation)),
      representativeness: total - sum(before) + sum(now),
      "cross-region": abroad - held(before) + held(now),
    };
    return Object.entries(figures).every(([id, figure]) => {
      const tier = alone.get(id as keyof typeof figures);
      return tier === undefined || tier >= tiers || keeps(figure, limits[tier]);
    });
  }

  function keepsRegions(after: Casefile, tiers: number): boolean {
    const [balance, published] = [alone.get("regional-balance"), alone.get("changes")];
    const outside = (): number => regionShares(after).reduce((sum, { deviation }) => sum + deviation, 0);
    if (balance !== undefined && balance < tiers && !keeps(outside(), limits[balance])) return false;
    return published === undefined || published >= tiers || keeps(changes.value(after), limits[published]);
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

  const keepsSizes = (after: Casefile): boolean =>
    !casefile.profile.rules.includes("promotion-size") || promotionSize(after).length === 0;

  let languages: number | null = null;
  let work = 0;
  return {
    isSpent: () => work >= MOST_WORK,
    allows: (moves, tiers = Infinity) => {
      work += casefile.services.length;
      const after = moved(casefile, moves);
      if (!keepsComposition(after, touchedBy(moves), tiers) || !keepsLanguages(moves, tiers)) return false;
      if (!keepsRegions(after, tiers) || !keepsSizes(after)) return false;
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
