import type { Random } from "../../datasets/generator/random.ts";
import type { BoundPrices, PriceList } from "../../engine/domain/bound-certificate.ts";
import { formatDay } from "../../engine/domain/calendar.ts";
import type { Lock } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { tierSense } from "../../engine/verify/measure-tiers.ts";

/** Prices out of nowhere: some of them lawful, most of them useless. */
export function drawPrices(random: Random, round: Round, tier: number, entry: number): BoundPrices {
  const price = () => (random.chance(60) ? 0 : random.whole(1, 30) * 100_000);
  const signed = () => (random.chance(50) ? price() : -price());
  const list = (ids: readonly string[]): PriceList => Object.fromEntries(ids.map((id) => [id, price()]));
  const days = round.promotions.map(({ start }) => formatDay(start));
  const perDay = (all: readonly { readonly id: string }[]) => Object.fromEntries(all.map(({ id }) => [id, list(days)]));
  const ids = round.promotions.map(({ id }) => id);
  const earlier = round.policy.tiers.flatMap((_, t) =>
    t <= tier ? [0, 1].map((e) => ({ tier: t + 1, entry: e + 1, price: price() })) : [],
  );
  return {
    locks: earlier.filter((lock) => lock.price > 0 && (lock.tier <= tier || lock.entry <= entry) && random.chance(50)),
    missions: perDay(round.missions),
    hosts: perDay(round.hosts),
    seats: list(ids),
    least: list(ids),
    elsewhere: list(ids),
    regions: random.chance(50)
      ? {}
      : Object.fromEntries(Object.keys(round.policy.regionalBalance?.targets ?? {}).map((region) => [region, signed()])),
    lowSkilled: random.chance(50) ? 0 : price(),
    placements: random.chance(50) ? 0 : signed(),
  };
}

/** The locks that true best values leave. */
export function locksOf(round: Round, best: readonly (readonly number[])[]): readonly Lock[] {
  return round.policy.tiers.map((tier, t) => {
    const found = best[t] ?? [];
    const spend = (value: number) =>
      "absolute" in tier.allowance
        ? tier.allowance.absolute
        : Math.floor(Math.round(tier.allowance.relative * Math.abs(value) * 1e9) / 1e9);
    const limit = found.map((value) => (tierSense(round, tier) === "minimise" ? value + spend(value) : value - spend(value)));
    const shape = (figures: readonly number[]) => (figures.length === 1 ? (figures[0] ?? 0) : figures);
    return { objectives: tier.objectives, found: shape(found), allowance: shape(found.map(spend)), limit: shape(limit) };
  });
}
