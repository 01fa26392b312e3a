import { type BoundCertificate, PRICE_UNIT, type PriceList } from "../../domain/bound-certificate.ts";
import { formatDay } from "../../domain/calendar.ts";
import type { ObjectiveId, Tier } from "../../domain/policy.ts";
import { regionOf } from "../abroad.ts";
import { tierSense } from "../measure-tiers.ts";
import { elsewhereIfHeld } from "./elsewhere-if-held.ts";
import { isWhole, pricesAreLawful } from "./lawful-prices.ts";
import { leastComposition, type Outside, type Person } from "./least-composition.ts";
import { amountOf, type BoundCase, limitOf, type Mixture, mixtureOf, type Reported } from "./mixture.ts";
import { bandsAtBest, type DayPrices, placementsRange, placesGivenBack, sumOver, weightsIn } from "./relaxed-rows.ts";

/**
 * What the prices of a certificate by compositions prove, worked out from the round alone; `null` if they are no prices of this round or
 * prove nothing. The worst promotion is bounded by showing that no placement keeps every promotion below the bound. See docs/bounds.md.
 */
export function recomputeCompositionBound(
  boundCase: BoundCase,
  certificate: BoundCertificate,
  reported: Reported,
): number | null {
  const { casefile, options } = boundCase;
  const { compositions, prices } = certificate;
  const tier = casefile.round.policy.tiers[certificate.tier - 1];
  const mixture = mixtureOf(boundCase, certificate, reported);
  if (compositions === undefined || tier === undefined || mixture === null || tier.objectives.includes("lottery")) return null;
  // The largest delay has no value of its own to add up.
  if (tier.objectives[0] === "delay" && certificate.entry === 1) return null;
  const outside = outsideOf(boundCase, certificate, reported, mixture);
  if (!pricesAreLawful(boundCase, certificate, mixture) || !isSupported(boundCase, certificate, mixture, outside)) return null;
  const persons = personsByPromotion(boundCase, certificate, mixture);
  const fixed = weightsIn(casefile, options, mixture).reduce((sum, { amount, fixed: always }) => sum + amount * always, 0);
  const compositionCosts = casefile.round.promotions.map((promotion) =>
    leastComposition(casefile, promotion, persons.get(promotion.id) ?? [], compositions.promotions[promotion.id] ?? [], {
      ...outside,
      held: elsewhereIfHeld(casefile, promotion, prices, mixture),
    }),
  );
  const sums = [
    fixed,
    -mixture.limits,
    placesGivenBack(casefile, prices),
    bandsAtBest(casefile, prices, placementsRange(boundCase, certificate, reported)),
    ...options.map(({ candidate }) => -(compositions.candidates[candidate.id] ?? 0)),
    ...compositionCosts.map((cost) => cost ?? Number.NaN),
  ];
  const total = sums.reduce((sum, part) => sum + part, 0);
  if (![...sums, total].every(Number.isSafeInteger)) return null;
  if (isWorst(tier)) return total > 0 ? certificate.bound : null;
  const least = Math.ceil(total / PRICE_UNIT);
  return (tierSense(casefile.round, tier) === "minimise" ? least : -least) + 0;
}

const isWorst = ({ objectives }: Tier): boolean => objectives.length === 1 && objectives[0] === "worst-promotion";

/** What a person outside the bands counts, from the tier and the prices on locks, and how many one promotion may have. */
function outsideOf({ casefile }: BoundCase, certificate: BoundCertificate, reported: Reported, mixture: Mixture): Outside {
  const { tiers } = casefile.round.policy;
  const each = amountOf(mixture, "representativeness");
  const own = tiers[certificate.tier - 1];
  if (own !== undefined && isWorst(own)) return { each, most: certificate.bound - 1, excess: PRICE_UNIT };
  const index = tiers.findIndex(isWorst);
  const most = index >= 0 && index < certificate.tier - 1 ? limitOf(reported, certificate, index, 0) : undefined;
  return most === undefined ? { each, most: 0, excess: 0 } : { each, most, excess: Number.POSITIVE_INFINITY };
}

/** No price on what this relaxation leaves out, none that it would have to count below 0, and of the right sign on candidates and sizes. */
function isSupported(
  { casefile, options }: BoundCase,
  certificate: BoundCertificate,
  mixture: Mixture,
  outside: Outside,
): boolean {
  const { prices, compositions } = certificate;
  const { policy, promotions } = casefile.round;
  const unused = [prices.seats, prices.least].every((list) => Object.keys(list).length === 0);
  const leftOut: readonly ObjectiveId[] = ["regional-balance", "worst-promotion", "representativeness", "low-skilled"];
  const counted = mixture.parts.every(({ id, amount }) => amount >= 0 || !leftOut.includes(id));
  const persons = new Map(options.map((person) => [person.candidate.id, person]));
  const candidates = Object.entries(compositions?.candidates ?? {}).every(([id, price]) => {
    const person = persons.get(id);
    return isWhole(price) && person !== undefined && (price >= 0 || person.mustServe);
  });
  const known = new Set(promotions.map(({ id }) => id));
  const modes = new Map(policy.representativeness?.map(({ dimension, mode }) => [dimension, mode]));
  const sizes = Object.entries(compositions?.promotions ?? {}).every(
    ([id, runs]) =>
      known.has(id) &&
      runs.every(
        ({ categories, excess }) =>
          isWhole(excess) &&
          excess >= 0 &&
          excess <= outside.excess &&
          Object.entries(categories).every(
            ([dimension, list]) =>
              modes.has(dimension) &&
              Object.values(list).every(
                (price) => isWhole(price) && (modes.get(dimension) === "hard" || Math.abs(price) <= outside.each + excess),
              ),
          ),
      ),
  );
  return unused && prices.lowSkilled === 0 && counted && candidates && sizes;
}

/** Everybody who could be placed, by promotion, at the least that any of their possibilities there costs. */
function personsByPromotion(
  { casefile, options }: BoundCase,
  { prices, compositions }: BoundCertificate,
  mixture: Mixture,
): ReadonlyMap<string, readonly Person[]> {
  const weights = weightsIn(casefile, options, mixture);
  const cache = new Map<PriceList, DayPrices>();
  const persons = new Map<string, Person[]>();
  for (const person of options) {
    const { candidate, possibilities } = person;
    const least = new Map<string, number>();
    for (const possibility of possibilities) {
      if (possibility.delayDays > mixture.mostDelay) continue;
      const { group, wish, promotions, crossRegion } = possibility;
      const [from, until] = [formatDay(group.start), formatDay(group.end)];
      let cost = (compositions?.candidates[candidate.id] ?? 0) - prices.placements + (prices.regions[regionOf(wish) ?? ""] ?? 0);
      for (const { id } of wish.missions) cost += sumOver(prices.missions[id], cache, from, until);
      for (const id of new Set(wish.hosts.map((host) => host.id))) cost += sumOver(prices.hosts[id], cache, from, until);
      for (const { amount, of } of weights) cost += amount * of(possibility, person);
      for (const promotion of promotions) {
        const here = weights.reduce(
          (sum, { amount, inPromotion }) => sum + amount * (inPromotion?.(possibility, person, promotion) ?? 0),
          cost - (crossRegion ? (prices.elsewhere[promotion.id] ?? 0) : 0),
        );
        least.set(promotion.id, Math.min(here, least.get(promotion.id) ?? Number.POSITIVE_INFINITY));
      }
    }
    for (const [id, cost] of least) {
      const list = persons.get(id) ?? [];
      persons.set(id, list);
      list.push({ attributes: candidate.attributes, cost });
    }
  }
  return persons;
}
