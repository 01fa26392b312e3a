import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion } from "../../datasets/generator/apportion.ts";
import { mondayFrom } from "../../datasets/generator/horizon.ts";
import { randomFrom, weigh } from "../../datasets/generator/random.ts";
import { zipfWeights } from "../../datasets/generator/zipf.ts";

test("Zipf weights fall as rank to the power 0.8: 32 times the rank, a sixteenth of the weight", () => {
  const weights = zipfWeights(1024);
  expect(weights[0]).toBe(1_000_000);
  expect(weights[31]).toBe(62_500);
  expect(weights[1023]).toBe(3_906);
});

test("apportioned shares sum to the total and are within one of the exact share", () => {
  const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }).filter((list) => list.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.nat(5_000), weights, (total, list) => {
      const shares = apportion(total, list);
      const sum = list.reduce((a, b) => a + b, 0);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
      shares.forEach((share, index) => {
        expect(Math.abs(share - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1);
      });
    }),
  );
});

test("an item without weight is never drawn, the others as often as they weigh", () => {
  const random = randomFrom(1);
  const weighted = weigh(["a", "b", "c"], (_, index) => [1, 0, 3][index] ?? 0);
  const drawn = Array.from({ length: 4_000 }, () => random.draw(weighted));
  expect(drawn).not.toContain("b");
  expect(Math.abs(drawn.filter((item) => item === "c").length - 3_000)).toBeLessThan(110);
});

test("shuffling keeps every item", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = randomFrom(2).shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.sort((a, b) => a - b)).toEqual(items);
});

test("nothing to draw from is refused", () => {
  expect(() => randomFrom(3).pick([])).toThrow(RangeError);
  expect(() => randomFrom(3).draw(weigh(["a"], () => 0))).toThrow(RangeError);
  expect(() => weigh(["a"], () => 0.5)).toThrow(RangeError);
});

test("the Monday from a day on is that day or one of the next six", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
      const monday = mondayFrom(day);
      expect(monday - day).toBeGreaterThanOrEqual(0);
      expect(monday - day).toBeLessThan(7);
      expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1);
    }),
  );
});
