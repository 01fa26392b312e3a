import { randomFrom } from "../../datasets/generator/random.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson, SPRING, WINTER } from "../hand-made-round.ts";

/**
 * A round small enough to try everything, in which few seats and a composition to reach defer people: three or four candidates of two
 * sexes, two or three promotions of one or two seats. The same `seed` gives the same round.
 */
export function composedRound(seed: number): RoundJson {
  const random = randomFrom(seed);
  const dates = [AUTUMN, WINTER, SPRING].slice(0, random.pick([2, 2, 3]));
  const many = dates.length === 3 ? 3 : random.pick([3, 4]);
  const target = random.pick([0.5, 0.5, 1]);
  return handMade(
    {
      id: `composed-${seed}`,
      seed: `composed/${seed}`,
      missions: [
        missionJson("m1", "h1", { places: random.pick([1, 2, 9]) }),
        missionJson("m2", "h2", { places: random.pick([1, 9]) }),
      ],
      promotions: dates.map(([start, end], i) =>
        promotionJson(`p${i + 1}`, start, end, { minSize: 1, maxSize: random.pick([1, 2, 2]) }),
      ),
      candidates: Array.from({ length: many }, (_, i) =>
        candidateJson(`c${i + 1}`, random.pick([["m1"], ["m1"], ["m1", "m2"], ["m2", "m1"]]), {
          attributes: { sex: random.pick(["F", "M"]), education: random.pick(["low", "higher"]) },
          deferrals: random.pick([0, 0, 0, 1]),
        }),
      ),
    },
    [
      ...random.pick([[], ["deferral-cap"], ["reserve-priority"]] as const),
      "placed",
      ...random.pick([["worst-promotion", "representativeness"], ["representativeness"]] as const),
      ...random.pick([["delay", "wishes"], ["wishes", "delay"], ["delay"]] as const),
      "lottery",
    ],
    {
      representativeness: [{ dimension: "sex", targets: { F: target, M: 1 - target }, tolerance: 0, mode: "soft" }],
      deferralGround: random.pick(["replacement", "composition"]),
    },
  );
}
