import { ceil, parseDecimal, times } from "../../domain/decimal.ts";
import type { DecimalNumber, RegionalBalance } from "../../domain/policy.ts";
import type { OpeningWeights } from "../../model/arc-sum.ts";
import { bandOf } from "../../model/band.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { Compact } from "./compact.ts";
import type { Meter } from "./meter.ts";

/** max(0, ceil(share * placements) - sum of weights). */
export function shortageMeter(compact: Compact, weights: OpeningWeights, share: DecimalNumber): Meter {
  const decimal = parseDecimal(share);
  const wanted = Int32Array.from({ length: compact.candidates + 1 }, (_, placed) => ceil(times(decimal, placed)));
  let [placed, counted] = [0, 0];
  return {
    add: (opening) => {
      placed += 1;
      counted += weights[opening] ?? 0;
    },
    remove: (opening) => {
      placed -= 1;
      counted -= weights[opening] ?? 0;
    },
    value: () => Math.max(0, (wanted[placed] ?? 0) - counted),
  };
}

/** Largest value among the chosen arcs, at least 0. */
export function largestMeter(values: Int32Array): Meter {
  const steps = Int32Array.from(new Set([0, ...values])).sort();
  const stepOf = new Map([...steps].map((value, step) => [value, step]));
  const ofOpening = values.map((value) => stepOf.get(value) ?? 0);
  const counts = new Int32Array(steps.length);
  let top = 0;
  return {
    add: (opening) => {
      const step = ofOpening[opening] ?? 0;
      counts[step] = (counts[step] ?? 0) + 1;
      if (step > top) top = step;
    },
    remove: (opening) => {
      const step = ofOpening[opening] ?? 0;
      counts[step] = (counts[step] ?? 0) - 1;
      while (top > 0 && counts[top] === 0) top -= 1;
    },
    value: () => steps[top] ?? 0,
    beyond: (target) => {
      let persons = 0;
      for (let step = top; step > 0 && (steps[step] ?? 0) > target; step--) persons += counts[step] ?? 0;
      return persons;
    },
  };
}

/** Citizens outside the Regions' bands, which move with the number of placements. */
export function regionMeter(instance: Instance, balance: RegionalBalance): Meter {
  const regions = Object.keys(balance.targets).sort();
  const members = balance.count === "in-service" ? instance.memberRegions : [];
  const counts = Int32Array.from(regions, (region) => members.filter((other) => other === region).length);
  const position = new Map(regions.map((region, i) => [region, i]));
  const { wishes, wishOf } = instance.arcs.openings;
  const regionOf = Int8Array.from(wishOf, (wish) => position.get(at(wishes, wish).region) ?? -1);
  const width = regions.length;
  const bands: Int32Array[] = [];
  const bandsAmong = (persons: number): Int32Array => {
    bands[persons] ??= Int32Array.from(
      regions.flatMap((region) => bandOf(balance.targets[region] ?? 0, balance.tolerance, persons)),
    );
    return bands[persons];
  };
  let total = members.length;
  const move = (opening: number, by: 1 | -1) => {
    total += by;
    const region = regionOf[opening] ?? -1;
    if (region >= 0) counts[region] = (counts[region] ?? 0) + by;
  };
  return {
    add: (opening) => move(opening, 1),
    remove: (opening) => move(opening, -1),
    value: () => {
      const band = bandsAmong(total);
      let sum = 0;
      for (let region = 0; region < width; region++) {
        const count = counts[region] ?? 0;
        const [lower, upper] = [band[2 * region] ?? 0, band[2 * region + 1] ?? 0];
        sum += count < lower ? lower - count : count > upper ? count - upper : 0;
      }
      return sum;
    },
  };
}
