import type { BoundCertificate, BoundPrices, PriceList } from "../../domain/bound-certificate.ts";
import { formatDay } from "../../domain/calendar.ts";
import { ceil, parseDecimal, times } from "../../domain/decimal.ts";
import { memberRegion } from "../abroad.ts";
import { attendances, type Days, daysOf } from "../attendance.ts";
import { bandAround, clipped } from "../band.ts";
import type { Casefile } from "../casefile.ts";
import { type BoundCase, entryOf, isLargestDelay, limitOf, type Mixture, type Reported } from "./mixture.ts";
import type { Options } from "./possibilities.ts";
import { type Weights, weightsOf } from "./weights.ts";

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
