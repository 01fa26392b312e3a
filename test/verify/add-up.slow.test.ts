import { expect, test } from "vitest";
import { randomFrom } from "../../datasets/generator/random.ts";
import type { BoundCertificate } from "../../engine/domain/bound-certificate.ts";
import type { TierFigure } from "../../engine/domain/result.ts";
import { addUp } from "../../engine/verify/bounds/add-up.ts";
import { optionsOf } from "../../engine/verify/bounds/possibilities.ts";
import { provenValue } from "../../engine/verify/bounds/recompute-bound.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { measureTiers, tierSense } from "../../engine/verify/measure-tiers.ts";
import { groupsOf } from "../../engine/verify/openings.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { everyAssignment } from "../engine/every-assignment.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";
import { drawPrices, locksOf } from "./draw-prices.ts";

const entries = (figure: TierFigure): readonly number[] => (typeof figure === "number" ? [figure] : figure);

test("what prices leave possible with somebody on a date is right whatever the prices: no lawful placement within the locks has it and beats it", {
  timeout: 60_000,
}, () => {
  let proved = 0;
  for (let seed = 5_001; seed <= 5_030; seed++) {
    const known = tinyOptimum(seed);
    if (known === null) continue;
    const { round, best } = known;
    const casefile = openCasefile(round, []);
    const boundCase = { casefile, groups: groupsOf(casefile), options: optionsOf(casefile) };
    const locks = locksOf(round, best).map((lock) => ({ ...lock, found: lock.limit }));
    const tiers = best.map((values) => ({ bound: values.length === 1 ? (values[0] ?? 0) : values }));
    const lawful = (everyAssignment(round) ?? []).filter((placements) => verifyPlacements(round, placements).length === 0);
    const measured = lawful.map((placements) => ({ placements, values: measureTiers(round, placements).map(entries) }));
    const starts = new Map(round.promotions.map(({ id, start }) => [id, start]));
    const signs = round.policy.tiers.map((tier) => (tierSense(round, tier) === "minimise" ? 1 : -1));
    const random = randomFrom(seed);
    for (const [t, values] of best.entries()) {
      // The largest delay is a threshold, about which no such claim is made.
      if (round.policy.tiers[t]?.objectives.some((id) => id === "delay" || id === "lottery")) continue;
      for (const e of values.keys()) {
        const within = measured.filter((one) =>
          locks.every((lock, i) =>
            entries(lock.limit).every(
              (limit, j) => i > t || (i === t && j >= e) || (signs[i] ?? 1) * ((one.values[i]?.[j] ?? 0) - limit) <= 0,
            ),
          ),
        );
        for (let draw = 0; draw < 5; draw++) {
          const prices = drawPrices(random, round, t, e);
          const certificate: BoundCertificate = { tier: t + 1, entry: e + 1, method: "assignment", bound: 0, prices };
          const priced = addUp(boundCase, certificate, { tiers, locks });
          if (priced === null) continue;
          for (const person of boundCase.options) {
            for (const day of [null, ...new Set(person.possibilities.map(({ group }) => group.start))]) {
              const total = priced.total - priced.leastOf(person) + priced.leastOf(person, day);
              const proven = provenValue(casefile, certificate, total);
              if (proven === null) continue;
              proved++;
              const having = within.filter(({ placements }) =>
                placements.some(
                  ({ candidate, promotion }) =>
                    candidate === person.candidate.id && (day === null || starts.get(promotion) === day),
                ),
              );
              const sign = signs[t] ?? 1;
              const truth = Math.min(...having.map((one) => sign * (one.values[t]?.[e] ?? 0)));
              expect({ seed, t, e, day, prices, proven, truth, allows: sign * proven <= truth }).toMatchObject({ allows: true });
            }
          }
        }
      }
    }
  }
  expect(proved).toBeGreaterThan(1_000);
});
