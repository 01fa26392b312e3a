import { describe, expect, it } from "vitest";
import { type Random, randomFrom } from "../../datasets/generator/random.ts";
import type { BoundCertificate, CompositionPrices, PriceList } from "../../engine/domain/bound-certificate.ts";
import { formatDay } from "../../engine/domain/calendar.ts";
import type { Lock } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { allowanceOf, worsen } from "../../engine/search/allowance.ts";
import { optionsOf } from "../../engine/verify/bounds/possibilities.ts";
import { recomputeCompositionBound } from "../../engine/verify/bounds/recompute-composition-bound.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { tierSense } from "../../engine/verify/measure-tiers.ts";
import { groupsOf } from "../../engine/verify/openings.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";

const ROUNDS = 60;
const DRAWS_PER_STAGE = 15;

/** Prices out of nowhere: some of them lawful, most of them useless. */
function drawCertificate(random: Random, round: Round, tier: number, entry: number, bound: number): BoundCertificate {
  const price = () => (random.chance(60) ? 0 : random.whole(1, 20) * 100_000);
  const signed = () => (random.chance(50) ? price() : -price());
  const list = (ids: readonly string[], draw: () => number): PriceList => Object.fromEntries(ids.map((id) => [id, draw()]));
  const days = round.promotions.map(({ start }) => formatDay(start));
  const locks = round.policy.tiers
    .flatMap((_, t) => (t <= tier ? [0, 1].map((e) => ({ tier: t + 1, entry: e + 1, price: price() })) : []))
    .filter((lock) => lock.price > 0 && (lock.tier <= tier || lock.entry <= entry) && random.chance(40));
  const regions = Object.keys(round.policy.regionalBalance?.targets ?? {});
  return {
    tier: tier + 1,
    entry: entry + 1,
    method: "compositions",
    bound,
    prices: {
      locks,
      missions: Object.fromEntries(round.missions.map(({ id }) => [id, list(days, price)])),
      hosts: {},
      seats: {},
      least: {},
      elsewhere: random.chance(60)
        ? {}
        : list(
            round.promotions.map(({ id }) => id),
            price,
          ),
      regions: random.chance(70) ? {} : list(regions, signed),
      lowSkilled: 0,
      placements: random.chance(50) ? 0 : signed(),
    },
    compositions: drawCompositions(random, round, price, signed),
  };
}

function drawCompositions(random: Random, round: Round, price: () => number, signed: () => number): CompositionPrices {
  const categories = () =>
    Object.fromEntries(
      (round.policy.representativeness ?? []).map((dimension) => {
        const names = Object.keys("targets" in dimension ? dimension.targets : dimension.quotas);
        return [dimension.dimension, Object.fromEntries(names.map((name) => [name, signed()]))];
      }),
    );
  const runs = () => [
    { from: 1, until: 2, categories: categories(), excess: random.chance(60) ? 0 : price() },
    { from: 3, until: 9, categories: categories(), excess: 0 },
  ];
  return {
    candidates: Object.fromEntries(round.candidates.map(({ id }) => [id, price()])),
    promotions: Object.fromEntries(round.promotions.map(({ id }) => [id, runs()])),
  };
}

/** The locks that true best values leave. */
function locksOf(round: Round, best: readonly (readonly number[])[]): readonly Lock[] {
  const shape = (figures: readonly number[]) => (figures.length === 1 ? (figures[0] ?? 0) : figures);
  return round.policy.tiers.map((tier, t) => {
    const found = best[t] ?? [];
    const spent = found.map((value) => allowanceOf(tier.allowance, value));
    const limit = found.map((value, e) => worsen(value, spent[e] ?? 0, tierSense(round, tier)));
    return { objectives: tier.objectives, found: shape(found), allowance: shape(spent), limit: shape(limit) };
  });
}

describe("a bound by compositions worked out from prices", () => {
  it("is right whatever the prices: on tiny rounds no lawful placement beats it", { timeout: 60_000 }, () => {
    const seen = { proved: 0, refused: 0, above0: 0 };
    for (let seed = 7_001; seed <= 7_000 + ROUNDS; seed++) {
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
            // Only the worst promotion looks at the claim: it is a threshold there.
            const certificate = drawCertificate(random, round, t, e, truth + random.whole(0, 2));
            const proven = recomputeCompositionBound(boundCase, certificate, { tiers, locks });
            seen[proven === null ? "refused" : "proved"]++;
            if (proven === null) continue;
            const setting = round.policy.tiers[t];
            const minimised = setting !== undefined && tierSense(round, setting) === "minimise";
            if (minimised && proven > 0) seen.above0++;
            const allows = minimised ? proven <= truth : proven >= truth;
            expect({ seed, t, e, proven, truth, certificate, allows }).toMatchObject({ allows: true });
          }
        }
      }
    }
    expect(seen.proved).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.above0).toBeGreaterThan(5);
  });
});
