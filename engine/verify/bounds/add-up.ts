import type { BoundCertificate, BoundPrices, PriceList } from "../../domain/bound-certificate.ts";
import { type Day, formatDay } from "../../domain/calendar.ts";
import type { Promotion } from "../../domain/round.ts";
import { regionOf } from "../abroad.ts";
import type { Casefile } from "../casefile.ts";
import type { Group } from "../openings.ts";
import { elsewhereIfHeld } from "./elsewhere-if-held.ts";
import { pricesAreLawful } from "./lawful-prices.ts";
import { type BoundCase, type Mixture, mixtureOf, type Reported } from "./mixture.ts";
import type { Options, Possibility } from "./possibilities.ts";
import { bandsAtBest, type DayPrices, placementsRange, placesGivenBack, sumOver, weightsIn } from "./relaxed-rows.ts";

/** What prices add up to: whole millionths, less being better. */
export interface Priced {
  /** Of everything with everybody at what is least for them. */
  readonly total: number;
  /** The least that somebody costs, over the possibilities that start on a day or, without one, over all and where it is allowed waiting (0). */
  readonly leastOf: (person: Options, day?: Day | null) => number;
}

/** The sum of docs/bounds.md; `null` if the prices are none of this round, or too large to be exact. */
export function addUp(boundCase: BoundCase, certificate: BoundCertificate, reported: Reported): Priced | null {
  const { casefile, options } = boundCase;
  const tier = casefile.round.policy.tiers[certificate.tier - 1];
  const mixture = mixtureOf(boundCase, certificate, reported);
  if (tier === undefined || tier.objectives.includes("lottery") || mixture === null) return null;
  if (!pricesAreLawful(boundCase, certificate, mixture)) return null;
  const range = placementsRange(boundCase, certificate, reported);
  const { leastOf, fixed } = people(boundCase, certificate.prices, mixture);
  const sums = [
    -mixture.limits,
    placesGivenBack(casefile, certificate.prices),
    options.reduce((sum, person) => sum + leastOf(person), fixed),
    promotionsHeld(casefile, certificate.prices, mixture),
    bandsAtBest(casefile, certificate.prices, range),
  ];
  const total = sums.reduce((sum, part) => sum + part, 0);
  return [...sums, total].every(Number.isSafeInteger) ? { total, leastOf } : null;
}

/** What candidates' possibilities cost at these prices; waiting costs 0 where it is allowed. */
function people({ casefile, groups, options }: BoundCase, prices: BoundPrices, mixture: Mixture) {
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
  const leastOf: Priced["leastOf"] = (person, day) => {
    let least = person.mustServe || day !== undefined ? Number.POSITIVE_INFINITY : 0;
    for (const possibility of person.possibilities) {
      const isMeant = day === undefined || day === null || possibility.group.start === day;
      if (isMeant && possibility.delayDays <= mixture.mostDelay) least = Math.min(least, costOf(possibility, person));
    }
    return least;
  };
  return { leastOf, fixed };
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
