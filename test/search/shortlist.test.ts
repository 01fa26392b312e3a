import fc from "fast-check";
import { expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { lagrangianOf } from "../../engine/search/bounds/lagrangian.ts";
import { networkOf } from "../../engine/search/bounds/network.ts";
import { layoutOf, project } from "../../engine/search/bounds/prices.ts";
import { canRelax, relax } from "../../engine/search/bounds/relaxation.ts";
import { shortlist } from "../../engine/search/bounds/shortlist.ts";
import { randomFrom } from "../../engine/search/random.ts";
import { roundOf } from "../input/round-of.ts";

test("at the prices it was made at, a shortlist says what the whole relaxation says: value, slope and who chooses what", () => {
  let shorter = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 3 }), (seed, most) => {
      const instance = buildInstance(roundOf(tinyRound(seed)));
      const network = networkOf(instance);
      for (const stage of stagesOf(instance).filter(canRelax)) {
        const whole = relax(network, stage, []);
        const layout = layoutOf(whole);
        const random = randomFrom(`${seed}`);
        const prices = Float64Array.from({ length: layout.length }, () => random.unit());
        project(whole, layout, prices, 1);
        const look = (relaxation: typeof whole) => {
          const slope = new Float64Array(layout.length);
          const chosen = new Int32Array(network.starts.length - 1);
          const reduced = new Float64Array(network.arcs.length);
          return { value: lagrangianOf(relaxation, layout, 1).slopeAt(prices, slope, chosen, reduced), slope, chosen, reduced };
        };
        const all = look(whole);
        const few = shortlist(whole, all.reduced, most);
        if (few.arcs.length < network.arcs.length) shorter += 1;
        const part = look(few.relaxation);
        expect(part.value).toBe(all.value);
        expect(part.slope).toEqual(all.slope);
        expect(part.chosen.map((arc) => (arc < 0 ? arc : at(few.arcs, arc)))).toEqual(all.chosen);
      }
    }),
    { numRuns: 100 },
  );
  expect(shorter).toBeGreaterThan(20);
});
