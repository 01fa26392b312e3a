import type { Gauge, Reading } from "../../model/gauge.ts";
import { at, type Instance } from "../../model/instance.ts";
import type { Compact } from "./compact.ts";
import { type CompositionMeter, compositionMeter } from "./composition-meter.ts";
import { largestMeter, regionMeter, shortageMeter } from "./count-meters.ts";
import { type ElsewhereMeter, elsewhereMeter } from "./elsewhere-meter.ts";
import type { Meter, Read } from "./meter.ts";
import { sumMeters } from "./sum-meters.ts";

/** A reading as it stands, and how far it is from a target where that says more than the value (`Meter.beyond`). */
export interface Dial {
  readonly value: Read;
  readonly beyond: (target: number) => number;
}

/** The meters behind some readings, each followed once however many readings look at it. */
export interface Meters {
  readonly all: readonly Meter[];
  /** Parallel to the readings. */
  readonly dials: readonly Dial[];
  /** Persons outside the bands, where the readings ask for composition. */
  readonly composition: CompositionMeter | null;
}

type Followed = Exclude<Gauge, { kind: "idle" }>;

/** Meters for readings without the gauge `idle`, which is no sum of changes and watched apart. */
export function metersFor(instance: Instance, compact: Compact, readings: readonly Reading[]): Meters {
  const all: Meter[] = [];
  const follow = <T extends Meter>(meter: T): T => {
    all.push(meter);
    return meter;
  };
  const columns = [
    ...new Set(readings.flatMap(({ terms }) => terms.flatMap(({ gauge }) => (gauge.kind === "sum" ? [gauge] : [])))),
  ];
  const sums = columns.length === 0 ? null : follow(sumMeters(columns, compact.openings.count));
  const composition = new Map<boolean, CompositionMeter>();
  const elsewhere = new Map<number, ElsewhereMeter>();
  const once = <K, T>(known: Map<K, T>, key: K, make: () => T): T => {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  };
  const meterOf = (gauge: Followed): Meter => {
    switch (gauge.kind) {
      case "sum": {
        const column = columns.indexOf(gauge);
        return { add: () => undefined, remove: () => undefined, value: () => sums?.of(column) ?? 0 };
      }
      case "composition": {
        const meter = once(composition, gauge.hard, () => follow(compositionMeter(instance, compact, gauge.hard)));
        return gauge.of === "total" ? meter : meter.worst;
      }
      case "elsewhere": {
        const meter = once(elsewhere, gauge.minimum, () => follow(elsewhereMeter(instance, gauge.minimum)));
        return gauge.of === "met" ? meter : meter.unmet;
      }
      case "regions":
        return follow(regionMeter(instance, gauge.balance));
      case "shortage":
        return follow(shortageMeter(compact, gauge.weights, gauge.share));
      case "largest":
        return follow(largestMeter(gauge.values));
    }
  };
  const dials = readings.map((reading) => dialOf(reading, meterOf));
  return { all, dials, composition: composition.get(false) ?? null };
}

function dialOf({ constant, terms }: Reading, meterOf: (gauge: Followed) => Meter): Dial {
  const parts = terms.flatMap(({ factor, gauge }) => (gauge.kind === "idle" ? [] : [{ factor, meter: meterOf(gauge) }]));
  const [only] = parts;
  if (only === undefined) return { value: () => constant, beyond: (target) => Math.max(0, constant - target) };
  if (parts.length > 1) {
    const value = () => parts.reduce((sum, { factor, meter }) => sum + factor * meter.value(), constant);
    return { value, beyond: (target) => Math.max(0, value() - target) };
  }
  const { factor, meter } = at(parts, 0);
  const value = () => constant + factor * meter.value();
  const { beyond } = meter;
  if (beyond === undefined || factor !== 1 || constant !== 0) return { value, beyond: (target) => Math.max(0, value() - target) };
  return { value, beyond: (target) => beyond(target) };
}
