import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { adaptiveSizes } from "../../engine/search/neighbourhood/adaptive-sizes.ts";
import { choosePromotions, kinshipOf } from "../../engine/search/neighbourhood/choose.ts";
import { randomFrom } from "../../engine/search/random.ts";
import { roundOf } from "../input/round-of.ts";

test("parts grow while they are solved in vain and their programs are small, and shrink to two promotions while none is solved", () => {
  const sizes = adaptiveSizes(2);
  const first = sizes.of(0);
  for (let i = 0; i < 10; i++) sizes.adapt(0, { ended: true, columns: 500 });
  const grown = sizes.of(0);
  expect([grown > 2 * first, sizes.of(1)]).toEqual([true, first]);
  for (let i = 0; i < 10; i++) sizes.adapt(0, { ended: true, columns: 100_000 });
  expect(sizes.of(0)).toBe(grown);
  for (let i = 0; i < 100; i++) sizes.adapt(0, { ended: false, columns: 500 });
  expect(sizes.of(0)).toBe(2);
});

test("a part has as many promotions as asked for, where there are kin left that no other part has taken", () => {
  const instance = buildInstance(roundOf(generateRound({ candidates: 300, seed: 6_003 })));
  const { related } = kinshipOf(instance);
  const random = randomFrom("parts");
  const taken = new Set<number>();
  for (let part = 0; part < 3; part++) {
    const first = instance.seats.findIndex((_, promotion) => !taken.has(promotion));
    const kin = (related[first] ?? []).filter((promotion) => !taken.has(promotion));
    const promotions = choosePromotions(related, first, { size: 4, taken }, random);
    expect(promotions[0]).toBe(first);
    expect(new Set(promotions).size).toBe(Math.min(4, 1 + kin.length));
    expect(promotions.filter((promotion) => taken.has(promotion))).toEqual([]);
    for (const promotion of promotions) taken.add(promotion);
  }
});
