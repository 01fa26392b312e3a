import type { Stage } from "../../formulate/stages.ts";
import type { Gauge } from "../../model/gauge.ts";
import type { Instance } from "../../model/instance.ts";
import { profileOf } from "../../profiles/catalogue.ts";
import { rulesOf } from "../../rules/catalogue.ts";
import { type Compact, compactOf } from "./compact.ts";
import type { CompositionMeter } from "./composition-meter.ts";
import { type Dial, metersFor } from "./gauge-meters.ts";
import { type IdleWatch, openIdleWatch } from "./idle-watch.ts";
import type { Read } from "./meter.ts";
import { chosenArcs, type Occupancy, openOccupancy } from "./occupancy.ts";

/** A placement under change: every stage's value and every rule at hand after each arc, and every change since `accept` undoable. */
export interface Position extends Occupancy {
  readonly compact: Compact;
  /** Each stage, smaller being better: maximised ones are negated. */
  readonly dials: readonly Dial[];
  /** Rules that the choice of arcs may break, idle seats apart: 0 while kept. */
  readonly breaches: readonly Read[];
  /** The rule that no seat is left idle, where it applies. */
  readonly idle: IdleWatch | null;
  /** Persons outside the bands, where composition matters. */
  readonly composition: CompositionMeter | null;
  /** Changes since the placement was last accepted. */
  changes(): number;
  /** Whether every promotion changed since then is empty or large enough. */
  keepsSizes(): boolean;
  /** The promotions changed since then, each perhaps several times: `changes()` entries. */
  changedPromotion(i: number): number;
  changedArc(i: number): number;
  accept(): void;
  /** Takes back every change since the placement was last accepted. */
  undo(): void;
  /** Takes back the changes after the first so many. */
  undoTo(changes: number): void;
  /** Every chosen arc, ascending. */
  arcs(): readonly number[];
}

/** A growing list of arcs chosen (arc) or given up (-1 - arc). */
function openJournal() {
  let entries = new Int32Array(256);
  let length = 0;
  return {
    push: (entry: number) => {
      if (length === entries.length) {
        const wider = new Int32Array(2 * length);
        wider.set(entries);
        entries = wider;
      }
      entries[length] = entry;
      length += 1;
    },
    length: () => length,
    arc: (i: number) => {
      const entry = entries[i] ?? 0;
      return entry >= 0 ? entry : -1 - entry;
    },
    /** Takes the last entry off. */
    pop: () => {
      length -= 1;
      return entries[length] ?? 0;
    },
    clear: () => {
      length = 0;
    },
  };
}

/** A position with the given arcs chosen. */
export function openPosition(instance: Instance, stages: readonly Stage[], arcs: Iterable<number>): Position {
  const compact = compactOf(instance);
  const { openingOf, promotionOf, needed, owed } = compact;
  const rules = rulesOf(profileOf(instance.round)).flatMap((rule) => rule.breaches?.(instance) ?? []);
  const readings = stages.map((stage) => stage.reading());
  const isIdle = (gauge: Gauge): gauge is Extract<Gauge, { kind: "idle" }> => gauge.kind === "idle";
  const idleGauge = rules.flatMap(({ terms }) => terms.map(({ gauge }) => gauge)).find(isIdle);
  const breachReadings = rules.filter(({ terms }) => !terms.some(({ gauge }) => isIdle(gauge)));
  const signed = readings.map((reading, i) =>
    stages[i]?.sense === "maximise"
      ? { constant: -reading.constant, terms: reading.terms.map(({ factor, gauge }) => ({ factor: -factor, gauge })) }
      : reading,
  );
  const { all: meters, dials, composition } = metersFor(instance, compact, [...signed, ...breachReadings]);
  const occupancy = openOccupancy(compact);
  const journal = openJournal();
  const { size } = occupancy;
  const put = (arc: number) => {
    occupancy.add(arc);
    const [opening, promotion] = [openingOf(arc), promotionOf(arc)];
    for (let i = 0; i < meters.length; i++) meters[i]?.add(opening, promotion, arc);
  };
  const take = (arc: number) => {
    occupancy.remove(arc);
    const [opening, promotion] = [openingOf(arc), promotionOf(arc)];
    for (let i = 0; i < meters.length; i++) meters[i]?.remove(opening, promotion, arc);
  };
  for (const arc of arcs) put(arc);
  const undoTo = (changes: number) => {
    while (journal.length() > changes) {
      const entry = journal.pop();
      if (entry >= 0) take(entry);
      else put(-1 - entry);
    }
  };
  const idle = idleGauge === undefined ? null : openIdleWatch(instance, compact, occupancy, idleGauge);
  return {
    ...occupancy,
    compact,
    dials: dials.slice(0, stages.length),
    breaches: dials.slice(stages.length).map(({ value }) => value),
    idle,
    composition,
    add: (arc) => {
      put(arc);
      idle?.touch(arc);
      journal.push(arc);
    },
    remove: (arc) => {
      take(arc);
      idle?.touch(arc);
      journal.push(-1 - arc);
    },
    changes: journal.length,
    changedArc: journal.arc,
    changedPromotion: (i) => promotionOf(journal.arc(i)),
    keepsSizes: () => {
      for (let i = 0; i < journal.length(); i++) {
        const promotion = promotionOf(journal.arc(i));
        const here = size[promotion] ?? 0;
        if (here < (owed[promotion] ?? 0) || (here > 0 && here < (needed[promotion] ?? 0))) return false;
      }
      return true;
    },
    accept: () => {
      idle?.accept();
      journal.clear();
    },
    undo: () => {
      undoTo(0);
      idle?.forget();
    },
    undoTo,
    arcs: () => chosenArcs(occupancy),
  };
}
