import type { DecimalNumber, RegionalBalance } from "../domain/policy.ts";
import type { OpeningWeights } from "./arc-sum.ts";
import type { Instance } from "./instance.ts";

/**
 * How a number follows from the chosen arcs, as data: what a search needs to keep it up to date arc by arc. `weights` and `values` run
 * parallel to the instance's openings; `marked` adds to the weight of single arcs.
 *
 *     sum           sum of weights over the chosen arcs
 *     composition   persons outside the bands over all promotions, or in the worst one (`worst`); `hard`: only obligations count
 *     regions       citizens outside the Regions' bands
 *     elsewhere     promotions with (`met`) or without (`unmet`) enough persons serving in another Region
 *     shortage      max(0, ceil(share * placements) - sum of weights)
 *     largest       largest value among the chosen arcs, at least 0
 *     idle          candidates who wait although a seat and a place of an arc of one of the openings `nearest`, not `barred`, are free, and
 *                   whose own promotion is not `excused`
 */
export type Gauge =
  | { readonly kind: "sum"; readonly weights: OpeningWeights; readonly marked: ReadonlyMap<number, number> }
  | { readonly kind: "composition"; readonly of: "total" | "worst"; readonly hard: boolean }
  | { readonly kind: "regions"; readonly balance: RegionalBalance }
  | { readonly kind: "elsewhere"; readonly of: "met" | "unmet"; readonly minimum: number }
  | { readonly kind: "shortage"; readonly weights: OpeningWeights; readonly share: DecimalNumber }
  | { readonly kind: "largest"; readonly values: Int32Array }
  | {
      readonly kind: "idle";
      readonly nearest: readonly number[];
      readonly barred: ReadonlySet<number>;
      readonly excused: ReadonlySet<number>;
    };

/** constant + sum of factor * gauge. */
export interface Reading {
  readonly constant: number;
  readonly terms: readonly { readonly factor: number; readonly gauge: Gauge }[];
}

/** A reading of one gauge. */
export function readingOf(gauge: Gauge, factor = 1, constant = 0): Reading {
  return { constant, terms: [{ factor, gauge }] };
}

/** Nothing to read: always `constant`. */
export function constantReading(constant: number): Reading {
  return { constant, terms: [] };
}

/** The sum of readings, each times its weight. */
export function weightedReading(readings: readonly Reading[], weights: readonly number[]): Reading {
  const weight = (i: number) => weights[i] ?? 0;
  return {
    constant: readings.reduce((sum, { constant }, i) => sum + weight(i) * constant, 0),
    terms: readings.flatMap(({ terms }, i) => terms.map(({ factor, gauge }) => ({ factor: factor * weight(i), gauge }))),
  };
}

/** A gauge for an instance, or `null` where there is nothing to follow. */
export type GaugeOf = (instance: Instance) => Gauge | null;
