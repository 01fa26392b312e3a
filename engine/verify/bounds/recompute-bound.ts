import { type BoundCertificate, type BoundPrices, PRICE_UNIT, type PriceList } from "../../domain/bound-certificate.ts";
import { formatDay } from "../../domain/calendar.ts";
import { ceil, parseDecimal, times } from "../../domain/decimal.ts";
import type { ObjectiveId } from "../../domain/policy.ts";
import type { Lock, TierFigure, TierResult } from "../../domain/result.ts";
import type { Promotion } from "../../domain/round.ts";
import { memberRegion, memberServesInOtherRegion, regionOf } from "../abroad.ts";
import { attendances, type Days, daysOf } from "../attendance.ts";
import { bandAround, clipped } from "../band.ts";
import type { Casefile } from "../casefile.ts";
import { objectiveSense, tierSense } from "../measure-tiers.ts";
import type { Group } from "../openings.ts";
import type { Options, Possibility } from "./possibilities.ts";
import { type Weights, weightsOf } from "./weights.ts";

/** A round with nobody placed, and what is open to everybody: made once for all certificates of a result. */
export interface BoundCase {
  readonly casefile: Casefile;
  readonly groups: readonly Group[];
  readonly options: readonly Options[];
}

/** What the result says about the tiers before: the locks bind the placements the bound is about. */
export interface Reported {
  readonly tiers: readonly Pick<TierResult, "bound">[];
  readonly locks: readonly Lock[];
}

/** How much of each objective's entry the Lagrangian function counts, in millionths, less being better. */
export interface Mixture {
  readonly parts: readonly { readonly id: ObjectiveId; readonly entry: number; readonly amount: number }[];
  /** What the locks' limits take off. */
  readonly limits: number;
  /** Delay in days that no placement may exceed. */
  readonly mostDelay: number;
}

const entryOf = <T>(figure: T | readonly T[] | null | undefined, entry: number): T | undefined =>
  Array.isArray(figure) ? figure[entry] : entry === 0 ? ((figure ?? undefined) as T | undefined) : undefined;

/** The limit that placements keep for an entry of an earlier tier, or an earlier entry of the same: then strictly what was found. */
export function limitOf(reported: Reported, certificate: BoundCertificate, tier: number, entry: number): number | undefined {
  const lock = reported.locks[tier];
  const figure: TierFigure | undefined = tier === certificate.tier - 1 ? lock?.found : lock?.limit;
  return entryOf(figure, entry);
}

/** Whether a price may be put on an entry: it was settled before the one that is bounded. */
const isBefore = (tier: number, entry: number, { tier: own, entry: ownEntry }: BoundCertificate) =>
  tier < own - 1 || (tier === own - 1 && entry < ownEntry - 1);

/** Everything the tier and the prices on locks count; `null` if a price is on something that is no lock. */
export function mixtureOf({ casefile }: BoundCase, certificate: BoundCertificate, reported: Reported): Mixture | null {
  const { round } = casefile;
  const parts: { id: ObjectiveId; entry: number; amount: number }[] = [];
  let limits = 0;
  const put = (tier: number, entry: number, price: number): boolean => {
    const setting = round.policy.tiers[tier];
    if (setting === undefined) return false;
    setting.objectives.forEach((id, i) => {
      const sign = objectiveSense(round, id) === "minimise" ? 1 : -1;
      const weight = setting.objectives.length === 1 ? 1 : (setting.weights[i] ?? 1);
      parts.push({ id, entry, amount: sign * weight * price });
    });
    return true;
  };
  for (const { tier, entry, price } of certificate.prices.locks) {
    const [t, e] = [tier - 1, entry - 1];
    const limit = limitOf(reported, certificate, t, e);
    const setting = round.policy.tiers[t];
    if (limit === undefined || setting === undefined || !isBefore(t, e, certificate) || !put(t, e, price)) return null;
    limits += price * (tierSense(round, setting) === "minimise" ? limit : -limit);
  }
  const [t, e] = [certificate.tier - 1, certificate.entry - 1];
  const isThreshold = isLargestDelay(casefile, certificate);
  if (!isThreshold && !put(t, e, PRICE_UNIT)) return null;
  const locked = round.policy.tiers.flatMap(({ objectives }, tier) => {
    const limit = isBefore(tier, 0, certificate) ? limitOf(reported, certificate, tier, 0) : undefined;
    return objectives[0] === "delay" && limit !== undefined ? [limit] : [];
  });
  return { parts, limits, mostDelay: Math.min(...locked, isThreshold ? certificate.bound - 1 : Number.POSITIVE_INFINITY) };
}

/** The largest delay is bounded by showing that no placement has all its delays below the bound. */
function isLargestDelay({ round }: Casefile, { tier, entry }: BoundCertificate): boolean {
  return round.policy.tiers[tier - 1]?.objectives[0] === "delay" && entry === 1;
}

export function amountOf({ parts }: Mixture, id: ObjectiveId): number {
  return parts.reduce((sum, part) => sum + (part.id === id ? part.amount : 0), 0);
}

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

/** Whole, of the right sign, on subjects that exist, and no more for a person outside a band than such a person counts. */
export function pricesAreLawful({ casefile }: BoundCase, { prices }: BoundCertificate, mixture: Mixture): boolean {
  const { round, missions, hosts } = casefile;
  const promotions = new Set(round.promotions.map(({ id }) => id));
  const lists: [PriceList, (id: string) => boolean][] = [
    [prices.seats, (id) => promotions.has(id)],
    [prices.least, (id) => promotions.has(id)],
    [prices.elsewhere, (id) => promotions.has(id)],
    ...Object.entries(prices.missions).map(([id, list]): [PriceList, () => boolean] => [list, () => missions.has(id)]),
    ...Object.entries(prices.hosts).map(([id, list]): [PriceList, () => boolean] => [list, () => hosts.has(id)]),
  ];
  const listed = lists.every(([list, known]) =>
    Object.entries(list).every(([id, price]) => isWhole(price) && price >= 0 && known(id)),
  );
  const { regionalBalance: balance } = round.policy;
  const mostForRegion = balance?.mode === "hard" ? Number.POSITIVE_INFINITY : amountOf(mixture, "regional-balance");
  const regions = Object.entries(prices.regions).every(
    ([region, price]) => isWhole(price) && balance?.targets[region] !== undefined && Math.abs(price) <= mostForRegion,
  );
  const low = isWhole(prices.lowSkilled) && prices.lowSkilled >= 0 && prices.lowSkilled <= amountOf(mixture, "low-skilled");
  const locks = prices.locks.every(({ price }) => isWhole(price) && price >= 0);
  return listed && regions && low && locks && isWhole(prices.placements);
}

/** Prices beyond this could not be multiplied by days and still be exact. */
export const isWhole = (price: number) => Number.isSafeInteger(price) && Math.abs(price) <= 1e12;

/** How many placements there can be, from the tier `placed` if it was settled before. */
export function placementsRange(
  { casefile, options }: BoundCase,
  certificate: BoundCertificate,
  reported: Reported,
): readonly [number, number] {
  const most = options.filter(({ hasAny }) => hasAny).length;
  const index = casefile.round.policy.tiers.findIndex(({ objectives }) => objectives.includes("placed"));
  if (index < 0 || index >= certificate.tier - 1 || isLargestDelay(casefile, certificate)) return [0, most];
  const bound = entryOf<number | null>(reported.tiers[index]?.bound, 0) ?? most;
  return [limitOf(reported, certificate, index, 0) ?? 0, Math.min(most, bound)];
}

/** - sum over priced places of price * places not taken by who serves already. */
export function placesGivenBack(casefile: Casefile, prices: BoundPrices): number {
  let sum = 0;
  for (const attendance of attendances(casefile)) {
    const list = (attendance.kind === "mission" ? prices.missions : prices.hosts)[attendance.id];
    if (list === undefined) continue;
    const days = daysOf(attendance);
    for (const [day, price] of Object.entries(list)) sum -= price * Math.max(0, attendance.places - personsOn(days, day));
  }
  return sum;
}

function personsOn(days: readonly Days[], day: string): number {
  return (
    days.find(({ from, until }) => formatDay(from) <= day && (until === Number.POSITIVE_INFINITY || day <= formatDay(until)))
      ?.persons ?? 0
  );
}

/** Prices per day in order, to be summed over a service. */
export type DayPrices = readonly (readonly [day: string, price: number])[];

export function sumOver(list: PriceList | undefined, cache: Map<PriceList, DayPrices>, from: string, until: string): number {
  if (list === undefined) return 0;
  const entries = cache.get(list) ?? Object.entries(list);
  cache.set(list, entries);
  return entries.reduce((sum, [day, price]) => sum + (from <= day && day <= until ? price : 0), 0);
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
    for (const { id } of wish.hosts) cost += sumOver(prices.hosts[id], cache, from, until);
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

export function weightsIn(
  { round }: Casefile,
  options: readonly Options[],
  { parts }: Mixture,
): (Weights & { readonly amount: number })[] {
  return parts.flatMap(({ id, entry, amount }) => {
    const weights = amount === 0 ? null : weightsOf(id, entry, round, options);
    return weights === null ? [] : [{ ...weights, amount }];
  });
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
  const asked = casefile.round.policy.crossRegion;
  const worth = -amountOf(mixture, "cross-region");
  return casefile.round.promotions.reduce((sum, { id, members, minSize, maxSize, keepFree, mustHold }) => {
    const [seat, least, elsewhere] = [prices.seats[id] ?? 0, prices.least[id] ?? 0, prices.elsewhere[id] ?? 0];
    if (seat === 0 && least === 0 && elsewhere === 0 && worth === 0) return sum;
    const free = Math.max(0, maxSize - keepFree - members.length);
    const short = Math.max(0, minSize - members.length);
    const wanted = asked?.minimum ?? 1;
    const abroad = Math.min(wanted, members.filter((member) => memberServesInOtherRegion(member, casefile)).length);
    const counting = elsewhere * wanted - worth;
    const held =
      least * Math.max(1, short) - seat * free - elsewhere * abroad + (asked?.mode === "hard" ? counting : Math.min(0, counting));
    return sum + (mustHold && short > 0 ? held : Math.min(0, held));
  }, 0);
}

/** min over the possible numbers of placements of what the bands of that number leave at these prices. */
export function bandsAtBest(casefile: Casefile, prices: BoundPrices, [fewest, most]: readonly [number, number]): number {
  const { regionalBalance: balance, lowSkilled } = casefile.round.policy;
  const regions = Object.entries(prices.regions).filter(([, price]) => price !== 0);
  if (regions.length === 0 && prices.lowSkilled === 0 && prices.placements === 0) return 0;
  const members = balance?.count === "in-service" ? casefile.round.promotions.flatMap((promotion) => promotion.members) : [];
  const served = members.map((member) => memberRegion(member, casefile)).filter((region) => region !== null);
  const share = parseDecimal(lowSkilled?.minimum ?? 0);
  let best = Number.POSITIVE_INFINITY;
  for (let n = fewest; n <= most; n++) {
    const persons = served.length + n;
    const inRegions = regions.reduce((sum, [region, price]) => {
      const [lowest, highest] = clipped(bandAround(balance?.targets[region] ?? 0, balance?.tolerance ?? 0, persons), persons);
      return sum + price * (served.filter((other) => other === region).length - (price > 0 ? highest : lowest));
    }, 0);
    best = Math.min(best, inRegions + prices.lowSkilled * ceil(times(share, n)) + prices.placements * n);
  }
  return best;
}
