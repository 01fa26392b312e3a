import type { ObjectiveId, Sense } from "../domain/policy.ts";
import type { Draft } from "../model/draft.ts";
import type { GaugeOf } from "../model/gauge.ts";
import type { Instance } from "../model/instance.ts";
import type { LinearExpression } from "../model/linear-expression.ts";

/** One number an objective asks for; a list-valued objective has several, in order of precedence. */
export interface Entry {
  /** The value as a whole-number expression in columns of the draft, writing the columns and rows it needs. */
  readonly expression: (draft: Draft) => LinearExpression;
  /** A value nobody can beat, known without optimising: a minimum of 0, or everybody. */
  readonly ideal: (instance: Instance) => number;
  /** How a search follows the value arc by arc; left out where the expression is a plain sum over arcs. */
  readonly gauge?: GaugeOf;
}

/** One aim of the law or of the planner. */
export interface Objective {
  readonly id: ObjectiveId;
  readonly sense: (instance: Instance) => Sense;
  readonly entries: (instance: Instance) => readonly Entry[];
}

const never = () => 0;

/** An objective to minimise that is a single number, never below 0. */
export function minimising(id: ObjectiveId, expression: Entry["expression"], gauge?: GaugeOf): Objective {
  return {
    id,
    sense: () => "minimise",
    entries: () => [{ expression, ideal: never, ...(gauge === undefined ? {} : { gauge }) }],
  };
}

/** An objective to maximise that is a single number, never above `ideal`. */
export function maximising(id: ObjectiveId, expression: Entry["expression"], ideal: Entry["ideal"], gauge?: GaugeOf): Objective {
  return { id, sense: () => "maximise", entries: () => [{ expression, ideal, ...(gauge === undefined ? {} : { gauge }) }] };
}
