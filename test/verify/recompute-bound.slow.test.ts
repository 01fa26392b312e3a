import { describe, expect, it } from "vitest";
import { type Random, randomFrom } from "../../datasets/generator/random.ts";
import type { BoundCertificate, BoundPrices, PriceList } from "../../engine/domain/bound-certificate.ts";
import { formatDay } from "../../engine/domain/calendar.ts";
import type { Lock } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { optionsOf } from "../../engine/verify/bounds/possibilities.ts";
import { recomputeBound } from "../../engine/verify/bounds/recompute-bound.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { tierSense } from "../../engine/verify/measure-tiers.ts";
import { groupsOf } from "../../engine/verify/openings.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";

const ROUNDS = 60;
const DRAWS_PER_STAGE = 20;

/** Prices out of nowhere: some of them lawful, most of them useless. */
function drawPrices(random: Random, round: Round, tier: number, entry: number): BoundPrices {
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
function locksOf(round: Round, best: readonly (readonly number[])[]): readonly Lock[] {
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

describe("a bound worked out from prices", () => {
  it("is right whatever the prices: on tiny rounds no lawful placement beats it", { timeout: 60_000 }, () => {
    let [proved, refused] = [0, 0];
    for (let seed = 5_001; seed <= 5_000 + ROUNDS; seed++) {
      const known = tinyOptimum(seed);
      if (known === null) continue;
      const { round, best } = known;
      const casefile = openCasefile(round, []);
      const boundCase = { casefile, groups: groupsOf(casefile), options: optionsOf(casefile) };
      const locks = locksOf(round, best);
      const tiers = best.map((values) => ({ bound: values.length === 1 ? (values[0] ?? 0) : values }));
      const random = randomFrom(seed);
      for (const [t, values] of best.entries()) {
        for (const [e, truth] of values.entries()) {
          for (let draw = 0; draw < DRAWS_PER_STAGE; draw++) {
            const prices = drawPrices(random, round, t, e);
            // Only the largest delay looks at the claim: it is a threshold there.
            const bound = truth + random.whole(0, 40);
            const certificate: BoundCertificate = { tier: t + 1, entry: e + 1, method: "assignment", bound, prices };
            const proven = recomputeBound(boundCase, certificate, { tiers, locks });
            if (proven === null) {
              refused++;
              continue;
            }
            proved++;
            const sense = tierSense(round, round.policy.tiers[t] ?? { objectives: [], weights: [], allowance: { absolute: 0 } });
            const allows = sense === "minimise" ? proven <= truth : proven >= truth;
            expect({ seed, t, e, proven, truth, prices, allows }).toMatchObject({ allows: true });
          }
        }
      }
    }
    expect(proved).toBeGreaterThan(1_500);
    expect(refused).toBeGreaterThan(500);
  });
});
