import { describe, expect, it } from "vitest";
import { randomFrom } from "../../datasets/generator/random.ts";
import type { BoundCertificate } from "../../engine/domain/bound-certificate.ts";
import { optionsOf } from "../../engine/verify/bounds/possibilities.ts";
import { recomputeBound } from "../../engine/verify/bounds/recompute-bound.ts";
import { openCasefile } from "../../engine/verify/casefile.ts";
import { tierSense } from "../../engine/verify/measure-tiers.ts";
import { groupsOf } from "../../engine/verify/openings.ts";
import { tinyOptimum } from "../engine/tiny-optimum.ts";
import { drawPrices, locksOf } from "./draw-prices.ts";

const ROUNDS = 60;
const DRAWS_PER_STAGE = 20;

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
