import { type BoundCertificate, type BoundPrices, PRICE_UNIT, type PriceList } from "../../domain/bound-certificate.ts";
import { formatDay } from "../../domain/calendar.ts";
import type { Promotion } from "../../domain/round.ts";
import { regionOf } from "../abroad.ts";
import type { Casefile } from "../casefile.ts";
import { tierSense } from "../measure-tiers.ts";
import type { Group } from "../openings.ts";
import { elsewhereIfHeld } from "./elsewhere-if-held.ts";
import { pricesAreLawful } from "./lawful-prices.ts";
import { type BoundCase, isLargestDelay, type Mixture, mixtureOf, type Reported } from "./mixture.ts";
import type { Options, Possibility } from "./possibilities.ts";
import { bandsAtBest, type DayPrices, placementsRange, placesGivenBack, sumOver, weightsIn } from "./relaxed-rows.ts";

/**
 * What the prices of a certificate prove, worked out from the round alone; `null` if they are no prices of this round or prove nothing.
 * docs/bounds.md has the formula. Every figure is a whole number of millionths and small enough to be exact.
 */
export function recomputeBound(boundCase: BoundCase, certificate: BoundCertificate, reported: Reported): number | null {
  const { casefile } = boundCase;
  const tier = casefile.round.policy.tiers[certificate.tier - 1];
  const mixture = mixtureOf(boundCase, certificate, reported);
  if (tier === undefined || tier.objectives.includes("lottery") || mixture === null) return null;
  if (!pricesAreLawful(boundCase, certificate, mixture)) return null;
  const range = placementsRange(boundCase, certificate, reported);
  const sums = [
    -mixture.limits,
    placesGivenBack(casefile, certificate.prices),
    everybody(boundCase, certificate.prices, mixture),
    promotionsHeld(casefile, certificate.prices, mixture),
    bandsAtBest(casefile, certificate.prices, range),
  ];
  const total = sums.reduce((sum, part) => sum + part, 0);
  if (![...sums, total].every(Number.isSafeInteger)) return null;
  if (isLargestDelay(casefile, certificate)) return total > 0 ? certificate.bound : null;
  const least = Math.ceil(total / PRICE_UNIT);
  return (tierSense(casefile.round, tier) === "minimise" ? least : -least) + 0;
}

/** sum over candidates of the least that any of their possibilities costs at these prices; waiting costs 0 where it is allowed. */
function everybody({ casefile, groups, options }: BoundCase, prices: BoundPrices, mixture: Mixture): number {
  const weights = weightsIn(casefile, options, mixture);
  const spans = groups.map(({ start, end }) => [formatDay(start), formatDay(end)] as const);
  const cache = new Map<PriceList, DayPrices>();
  const costInPromotion = promotionCosts(groups, prices);
  const { lowSkilled } = casefile.round.policy;
  const costOf = (possibility: Possibility, person: Options): number => {
    const { group, promotions, crossRegion, wish } = possibility;
    const [from, until] = spans[group.index] ?? ["", ""];
    let cost = -prices.placements + (prices.regions[regionOf(wish) ?? ""] ?? 0);
    if (lowSkilled !== null && person.candidate.attributes[lowSkilled.dimension] === lowSkilled.category)
      cost -= prices.lowSkilled;
    for (const { id } of wish.missions) cost += sumOver(prices.missions[id], cache, from, until);
    for (const { id } of new Set(wish.hosts)) cost += sumOver(prices.hosts[id], cache, from, until);
    for (const { amount, of } of weights) cost += amount * of(possibility, person);
    const special = weights.filter(({ inPromotion }) => inPromotion !== undefined);
    if (special.length === 0 && promotions.length === group.promotions.length)
      return cost + costInPromotion.least(group, crossRegion);
    const inPromotion = promotions.map((promotion) =>
      special.reduce(
        (sum, { amount, inPromotion: more }) => sum + amount * (more?.(possibility, person, promotion) ?? 0),
        costInPromotion.of(promotion, crossRegion),
      ),
    );
    return cost + Math.min(...inPromotion);
  };
  const fixed = weights.reduce((sum, { amount, fixed: always }) => sum + amount * always, 0);
  return options.reduce((sum, person) => {
    let least = person.mustServe ? Number.POSITIVE_INFINITY : 0;
    for (const possibility of person.possibilities) {
      if (possibility.delayDays <= mixture.mostDelay) least = Math.min(least, costOf(possibility, person));
    }
    return sum + least;
  }, fixed);
}

/** What one more person costs a promotion, and the least over the promotions of a group. */
function promotionCosts(groups: readonly Group[], { seats, least, elsewhere }: BoundPrices) {
  const of = ({ id }: Promotion, crossRegion: boolean) =>
    (seats[id] ?? 0) - (least[id] ?? 0) - (crossRegion ? (elsewhere[id] ?? 0) : 0);
  const leastOf = groups.map(({ promotions }) =>
    [false, true].map((crossRegion) => Math.min(...promotions.map((promotion) => of(promotion, crossRegion)))),
  );
  return { of, least: ({ index }: Group, crossRegion: boolean) => leastOf[index]?.[Number(crossRegion)] ?? 0 };
}

/** sum over promotions of what holding them saves at these prices, where anything: seats, least size, service elsewhere. */
function promotionsHeld(casefile: Casefile, prices: BoundPrices, mixture: Mixture): number {
  return casefile.round.promotions.reduce((sum, promotion) => {
    const { id, members, minSize, maxSize, keepFree, mustHold } = promotion;
    const [seat, least] = [prices.seats[id] ?? 0, prices.least[id] ?? 0];
    const elsewhere = elsewhereIfHeld(casefile, promotion, prices, mixture);
    if (seat === 0 && least === 0 && elsewhere === 0) return sum;
    const free = Math.max(0, maxSize - keepFree - members.length);
    const short = Math.max(0, minSize - members.length);
    const held = least * Math.max(1, short) - seat * free + elsewhere;
    return sum + (mustHold && short > 0 ? held : Math.min(0, held));
  }, 0);
}
