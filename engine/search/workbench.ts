import type { Stage } from "../formulate/stages.ts";
import type { Instance } from "../model/instance.ts";
import type { Meter, Tracker, Trackers } from "../model/tracker.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { rulesOf } from "../rules/catalogue.ts";
import { arcsBarredByPins } from "../rules/pins.ts";
import { type Ledger, openLedger } from "./ledger.ts";

/** A placement under change, with every stage's value and every rule's breaches at hand after each arc. */
export interface Workbench {
  readonly instance: Instance;
  readonly ledger: Ledger;
  /** Value of each stage, smaller being better: maximised ones are negated. */
  readonly values: readonly Meter[];
  /** Rules that the choice of arcs may break: 0 while kept. */
  readonly breaches: readonly Meter[];
  /** Whether no pin takes the arc away. */
  usable(arc: number): boolean;
  add(arc: number): void;
  remove(arc: number): void;
}

/** A workbench with the given arcs chosen. */
export function openWorkbench(instance: Instance, stages: readonly Stage[], arcs: readonly number[]): Workbench {
  const known = new Map<string, Tracker>();
  const trackers: Trackers = {
    instance,
    tracker: <T extends Tracker>(key: string, make: () => T): T => {
      const tracker = known.get(key) ?? make();
      known.set(key, tracker);
      return tracker as T;
    },
  };
  const values = stages.map((stage) => {
    const meter = stage.meter(trackers);
    return stage.sense === "minimise" ? meter : () => -meter();
  });
  const breaches = rulesOf(profileOf(instance.round)).flatMap((rule) => rule.meter?.(trackers) ?? []);
  const ledger = openLedger(instance);
  const all: readonly Tracker[] = [ledger, ...known.values()];
  const barred = arcsBarredByPins(instance);
  const bench: Workbench = {
    instance,
    ledger,
    values,
    breaches,
    usable: (arc) => !barred.has(arc),
    add: (arc) => {
      for (const tracker of all) tracker.add(arc);
    },
    remove: (arc) => {
      for (const tracker of all) tracker.remove(arc);
    },
  };
  for (const arc of arcs) bench.add(arc);
  return bench;
}
