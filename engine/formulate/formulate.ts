import { type Draft, startDraft } from "../model/draft.ts";
import { type SizeTable, writtenSizeTable } from "../model/families/size-table.ts";
import { at, type Instance } from "../model/instance.ts";
import { type LinearExpression, sumOf } from "../model/linear-expression.ts";
import type { LinearModel } from "../model/linear-model.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { rulesOf } from "../rules/catalogue.ts";
import { addIdleRows, noIdleSeat } from "../rules/no-idle-seat.ts";
import type { Rule } from "../rules/rule.ts";
import type { Stage } from "./stages.ts";

/** What a solved stage leaves for later ones to keep. */
export interface StageLock {
  readonly stage: Stage;
  /** Worst value later stages may have: minimise `value <= limit`, maximise `value >= limit`. */
  readonly limit: number;
  /** Proven bound on the stage, or `null`. */
  readonly bound: number | null;
}

/** An integer program with the way from a placement to its point and back; arcs are the first columns. */
export interface Formulation {
  readonly model: LinearModel;
  readonly objective: LinearExpression;
  /** The point that a set of arcs determines; `numCols` entries. */
  readonly complete: (arcs: Iterable<number>) => Float64Array;
  /** The sizes of a promotion with their columns, where the program chooses them by a table; else `null`. */
  readonly sizesOf: (promotion: number) => SizeTable | null;
  /** The arcs a point chooses. */
  readonly decode: (point: Float64Array) => readonly number[];
}

/** Rows that a question adds to those of rules and locks. */
export type MoreRows = (draft: Draft) => void;

/** Only the rules, and locks where they are asked about, in a form that shows which of them conflict (`everySize`). */
export function formulateRules(instance: Instance, locks: readonly StageLock[] = [], more?: MoreRows): Formulation {
  return finish(startDraft(instance, placementsRange(instance, []), true), locks, null, more);
}

/**
 * The integer program of one stage: the rules of the profile, a row per earlier lock, and the stage's own objective (without a
 * stage: only find a lawful placement).
 */
export function formulate(instance: Instance, locks: readonly StageLock[], stage: Stage | null, more?: MoreRows): Formulation {
  return finish(startDraft(instance, placementsRange(instance, locks)), locks, stage, more);
}

/**
 * The same, but of the rule on idle seats only the rows of some arcs on their candidates' nearest dates: fewer rows, so that what bounds it bounds the
 * stage.
 */
export function formulateLoosely(
  instance: Instance,
  locks: readonly StageLock[],
  stage: Stage,
  nearest: readonly number[],
): Formulation {
  const draft = startDraft(instance, placementsRange(instance, locks));
  return finish(draft, locks, stage, undefined, (rule) =>
    rule === noIdleSeat ? addIdleRows(draft, nearest) : rule.addRows?.(draft),
  );
}

function finish(
  draft: Draft,
  locks: readonly StageLock[],
  stage: Stage | null,
  more?: MoreRows,
  addRows: (rule: Rule) => void = (rule) => rule.addRows?.(draft),
): Formulation {
  const { instance } = draft;
  // Objectives first: rules may use the columns that these need in any case.
  const objective = stage === null ? sumOf([]) : stage.expression(draft);
  for (const lock of locks) addLockRow(draft, lock);
  for (const rule of rulesOf(profileOf(instance.round))) addRows(rule);
  more?.(draft);
  return {
    model: draft.builder.build(stage?.sense ?? "minimise", objective),
    objective,
    complete: draft.builder.complete,
    sizesOf: (promotion) => writtenSizeTable(draft, promotion),
    decode: (point) => instance.arcs.all().filter((arc) => (point[arc] ?? 0) > 0.5),
  };
}

/**
 * The row of a lock, `expression <= limit` or `>= limit`. A largest value needs neither its columns nor their rows then:
 *
 *     sum of x of the arcs whose value is beyond the limit <= 0
 */
function addLockRow(draft: Draft, { stage, limit }: StageLock): void {
  const subject = { tier: String(stage.tier + 1), entry: String(stage.entry + 1), objectives: stage.objectives.join("+") };
  const values = largestOf(stage);
  if (values !== null) {
    const { arcs } = draft.instance;
    const beyond = arcs.all().filter((arc) => at(values, arcs.openingOf(arc)) > limit);
    if (beyond.length > 0) draft.builder.addRow(sumOf(beyond), { upper: 0 }, { source: "lock", subject });
    return;
  }
  const bounds = stage.sense === "minimise" ? { upper: limit } : { lower: limit };
  draft.builder.addRow(stage.expression(draft), bounds, { source: "lock", subject });
}

/** Per opening the values of which a stage takes the largest and nothing else; `null` for any other stage. */
function largestOf({ sense, reading }: Stage): Int32Array | null {
  const { constant, terms } = reading();
  const gauge = terms.length === 1 && terms[0]?.factor === 1 && constant === 0 ? terms[0].gauge : null;
  return sense === "minimise" && gauge?.kind === "largest" ? gauge.values : null;
}

/** How many placements are possible, once the tier `placed` (always alone, without allowance) is locked. */
function placementsRange(instance: Instance, locks: readonly StageLock[]): readonly [number, number] {
  const everybody = instance.arcs.people;
  const placed = locks.find(({ stage }) => stage.objectives.includes("placed"));
  return placed === undefined ? [0, everybody] : [placed.limit, Math.min(everybody, placed.bound ?? everybody)];
}
