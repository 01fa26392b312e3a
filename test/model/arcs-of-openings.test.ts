import fc from "fast-check";
import { expect, test } from "vitest";
import { arcsOfOpenings } from "../../engine/model/arcs-of-openings.ts";
import type { Openings, Wish } from "../../engine/model/instance.ts";

/** Per candidate, per choice, the intakes open to it; and how many promotions each intake has. */
const drawn = fc.record({
  widths: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
  open: fc.array(fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { maxLength: 3 }), { maxLength: 12 }),
});

function openingsOf(widths: readonly number[], open: readonly (readonly (readonly boolean[])[])[]): Openings {
  // Promotions of different intakes alternate, as they do in a round sorted by id.
  const order = widths
    .flatMap((width, intake) => Array.from({ length: width }, (_, k) => ({ intake, k })))
    .sort((a, b) => a.k - b.k);
  const intakes = widths.map((_, i) => order.flatMap(({ intake }, promotion) => (intake === i ? [promotion] : [])));
  const wishes: Wish[] = [];
  const rows = open.flatMap((choices, candidate) =>
    choices.flatMap((inIntake, choice) => {
      const wish = wishes.push({
        candidate,
        choice,
        missions: [choice],
        hosts: [0],
        region: "BRU",
        crossRegion: false,
        crossLanguage: false,
      });
      return widths.flatMap((_, intake) => (inIntake[intake] === true ? [{ candidate, wish: wish - 1, intake }] : []));
    }),
  );
  const sums = (counts: readonly number[]) => {
    const all = new Int32Array(counts.length + 1);
    counts.forEach((count, i) => {
      all[i + 1] = (all[i] ?? 0) + count;
    });
    return all;
  };
  return {
    count: rows.length,
    candidateOf: Int32Array.from(rows, ({ candidate }) => candidate),
    wishOf: Int32Array.from(rows, ({ wish }) => wish),
    intakeOf: Int32Array.from(rows, ({ intake }) => intake),
    delayDays: Int32Array.from(rows, ({ intake }) => intake * 7),
    firstArc: sums(rows.map(({ intake }) => intakes[intake]?.length ?? 0)),
    starts: sums(open.map((_, c) => rows.filter(({ candidate }) => candidate === c).length)),
    wishes,
    intakes,
  };
}

test("every arc is one promotion of its opening's intake, in their order, and is found from all sides", () => {
  fc.assert(
    fc.property(drawn, ({ widths, open }) => {
      const openings = openingsOf(widths, open);
      const arcs = arcsOfOpenings(openings);
      const expected = Array.from(openings.intakeOf, (intake, o) => ({ intake, o })).flatMap(({ intake, o }) =>
        (openings.intakes[intake] ?? []).map((promotion) => {
          const wish = openings.wishes[openings.wishOf[o] ?? -1];
          return { ...wish, promotion, delayDays: intake * 7 };
        }),
      );
      expect(arcs.count).toBe(expected.length);
      expect([...arcs]).toEqual(expected);
      const numbers = expected.map((_, arc) => arc);
      expect(numbers.map(arcs.candidateOf)).toEqual(expected.map(({ candidate }) => candidate));
      expect(numbers.map(arcs.promotionOf)).toEqual(expected.map(({ promotion }) => promotion));
      open.forEach((_, c) => {
        const own = numbers.filter((arc) => expected[arc]?.candidate === c);
        expect([arcs.ofCandidate(c), arcs.hasCandidate(c)]).toEqual([own, own.length > 0]);
      });
      openings.intakes.flat().forEach((p) => {
        const own = numbers.filter((arc) => expected[arc]?.promotion === p);
        expect([arcs.ofPromotion(p), arcs.hasPromotion(p)]).toEqual([own, own.length > 0]);
      });
      expect(arcs.people).toBe(new Set(expected.map(({ candidate }) => candidate)).size);
    }),
  );
});
