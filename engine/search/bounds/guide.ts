import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { at } from "../../model/instance.ts";
import { wholePrices } from "./certify.ts";
import { lagrangianOf } from "./lagrangian.ts";
import type { PriceLayout } from "./prices.ts";
import type { Relaxation } from "./relaxation.ts";

/** Share of a person above which an opening is likely; on the nearest date less is enough. */
const LIKELY = 0.1;
const LIKELY_IN_TIME = 0.03;

/** What a relaxation's answer says about openings: where to look for good placements, and where no better one is. */
export interface Guide {
  /** 1: openings that the answer uses to a good part. */
  readonly likely: Uint8Array;
  /** 1: openings that no lawful placement within the locks uses whose value, in the stage's own sense, is this one or better. */
  readonly tooDear: (value: number) => Uint8Array;
}

/** The guide by an optimal point of the linear program, arcs first, and prices that are optimal or nearly so. */
export function guideOf(relaxation: Relaxation, layout: PriceLayout, prices: Float64Array, point: Float64Array): Guide {
  const { network, sign } = relaxation;
  const { openings } = network.instance.arcs;
  const likely = new Uint8Array(openings.count);
  network.openings.forEach((opening, j) => {
    if (at(point, j) > (at(openings.delayDays, opening) > 0 ? LIKELY : LIKELY_IN_TIME)) likely[opening] = 1;
  });
  const whole = wholePrices(relaxation, layout, prices);
  return {
    likely,
    tooDear: (value) => {
      const all = new Uint8Array(openings.count).fill(1);
      const costs = leastWith(relaxation, layout, whole);
      // Of somebody with a published placement an opening may have several arcs.
      network.openings.forEach((opening, j) => {
        if (at(costs, j) <= sign * value * PRICE_UNIT) all[opening] = 0;
      });
      return all;
    },
  };
}

/** The least that a lawful placement within the locks can have with each arc, at prices in whole millionths (reduced-cost fixing). */
export function leastWith(relaxation: Relaxation, layout: PriceLayout, prices: Float64Array): Float64Array {
  const { starts, forced, arcs } = relaxation.network;
  const chosen = new Int32Array(forced.length);
  const reduced = new Float64Array(arcs.length).fill(Infinity);
  const value = lagrangianOf(relaxation, layout, PRICE_UNIT).slopeAt(prices, new Float64Array(layout.length), chosen, reduced);
  const least = new Float64Array(arcs.length);
  chosen.forEach((arc, c) => {
    const own = arc < 0 ? 0 : at(reduced, arc);
    for (let j = at(starts, c); j < at(starts, c + 1); j++) least[j] = value - own + at(reduced, j);
  });
  return least;
}
