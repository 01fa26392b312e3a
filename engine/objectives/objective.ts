import type { ObjectiveId, Sense } from "../domain/policy.ts";
import { type ArcSum, expressionOf } from "../model/arc-sum.ts";
import type { Draft } from "../model/draft.ts";
import { constantReading, type GaugeOf, type Reading, readingOf } from "../model/gauge.ts";
import type { Instance } from "../model/instance.ts";
import type { LinearExpression } from "../model/linear-expression.ts";

/** One number an objective asks for; a list-valued objective has several, in order of precedence. */
export interface Entry {
  /** The value as a whole-number expression in columns of the draft, writing the columns and rows it needs. */
  readonly expression: (draft: Draft) => LinearExpression;
  /** A value nobody can beat, known without optimising: a minimum of 0, or everybody. */
  readonly ideal: (instance: Instance) => number;
  /** How a search follows the value arc by arc. */
  readonly reading: (instance: Instance) => Reading;
  /** The value as a plain sum over arcs, where it is one. */
  readonly sum?: (instance: Instance) => ArcSum;
}

/** One aim of the law or of the planner. */
export interface Objective {
  readonly id: ObjectiveId;
  readonly sense: (instance: Instance) => Sense;
  readonly entries: (instance: Instance) => readonly Entry[];
}

/** An entry that is a plain sum over arcs. */
export function sumEntry(sum: (instance: Instance) => ArcSum, ideal: Entry["ideal"]): Entry {
  return {
    expression: ({ instance }) => expressionOf(instance.arcs, sum(instance)),
    ideal,
    reading: (instance) => {
      const { weights, marked, constant } = sum(instance);
      return readingOf({ kind: "sum", weights, marked }, 1, constant);
    },
    sum,
  };
}

/** An entry with its own columns, followed by one gauge. */
export function gaugeEntry(expression: Entry["expression"], gauge: GaugeOf, ideal: Entry["ideal"]): Entry {
  const reading = (instance: Instance) => {
    const found = gauge(instance);
    return found === null ? constantReading(0) : readingOf(found);
  };
  return { expression, ideal, reading };
}

/** A value that is never below 0. */
export const never = () => 0;

/** An objective to minimise that is a single number. */
export function minimising(id: ObjectiveId, entry: Entry): Objective {
  return { id, sense: () => "minimise", entries: () => [entry] };
}

/** An objective to maximise that is a single number. */
export function maximising(id: ObjectiveId, entry: Entry): Objective {
  return { id, sense: () => "maximise", entries: () => [entry] };
}
