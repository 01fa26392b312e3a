import type { Sense, Tier } from "../domain/policy.ts";
import type { Lock, Result, TierResult } from "../domain/result.ts";
import { type Stage, stagesOf } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { better } from "../search/allowance.ts";
import { openPosition } from "../search/local/position.ts";

/** A stage of the base run and what an alternative has to keep of it. */
export interface BaseStage {
  readonly stage: Stage;
  /** Worst value that breaks nothing: the value found in the base run, worsened by the tier's allowance. */
  readonly limit: number;
  /** The base run's own value, the better of what it locked and what its placement has. */
  readonly best: number;
  /** Proven bound under the earlier locks, or `null`. */
  readonly bound: number | null;
}

/** The run whose decisions are explained: its placement, and every tier but the draw with its lock. */
export interface BaseRun {
  readonly instance: Instance;
  readonly arcs: readonly number[];
  readonly stages: readonly BaseStage[];
  /** Every stage of the policy: those of `stages`, then the draw. */
  readonly measured: readonly Stage[];
  /** Values of `measured` in a placement. */
  readonly measure: (arcs: Iterable<number>) => readonly number[];
  /** The draw's value in the base placement, or `null` where the policy has no such tier. */
  readonly draw: number | null;
}

/** What a run left of one stage. */
export interface StageRecord {
  readonly found: number;
  readonly limit: number;
  readonly bound: number | null;
}

const isDraw = ({ objectives }: Pick<Stage, "objectives">) => objectives.includes("lottery");

/** The base run out of its arcs and what every stage left, in the order of `stagesOf`. */
export function openBaseRun(instance: Instance, arcs: readonly number[], records: readonly StageRecord[]): BaseRun {
  const all = stagesOf(instance);
  const order = [...all.filter((stage) => !isDraw(stage)), ...all.filter(isDraw)];
  const measure = measureOf(instance, order, arcs);
  const values = measure(arcs);
  const stages = all.flatMap((stage, i): readonly BaseStage[] => {
    if (isDraw(stage)) return [];
    const value = at(values, order.indexOf(stage));
    const { found, limit, bound } = records[i] ?? { found: value, limit: value, bound: null };
    return [{ stage, limit, bound, best: better(value, found, stage.sense) ? value : found }];
  });
  return { instance, arcs, stages, measured: order, measure, draw: values[stages.length] ?? null };
}

/** The records of a written result; a tier without a lock (a run cut short) is kept at its value. */
export function recordsOf({ tiers, locks }: Pick<Result, "tiers" | "locks">): readonly StageRecord[] {
  return tiers.flatMap(({ value, bound }, index) => {
    const lock: Pick<Lock, "found" | "limit"> = locks[index] ?? { found: value, limit: value };
    const [found, limit, bounds] = [lock.found, lock.limit, bound].map(entriesOf);
    return (found ?? []).map((entry, i) => ({ found: entry ?? 0, limit: limit?.[i] ?? 0, bound: bounds?.[i] ?? null }));
  });
}

function entriesOf(figure: TierResult["bound"]): readonly (number | null)[] {
  return Array.isArray(figure) ? figure : [figure as number | null];
}

/** Follows the difference to the base placement on one position, which is back at the base afterwards. */
function measureOf(instance: Instance, stages: readonly Stage[], arcs: readonly number[]): BaseRun["measure"] {
  const position = openPosition(instance, stages, arcs);
  const before = new Set(arcs);
  position.accept();
  return (others) => {
    const after = new Set(others);
    for (const arc of before) if (!after.has(arc)) position.remove(arc);
    for (const arc of after) if (!before.has(arc)) position.add(arc);
    const values = stages.map(({ sense }, i) => (sense === "minimise" ? 1 : -1) * at(position.dials, i).value());
    position.undo();
    return values;
  };
}

/** How far a value goes beyond a limit: 0 or less where it keeps it. */
export function excess(value: number, limit: number, sense: Sense): number {
  return sense === "minimise" ? value - limit : limit - value;
}

/** How many stages values keep, and how far they go beyond the limit of the next. */
export function keepOf({ stages }: BaseRun, values: readonly number[]): { readonly kept: number; readonly beyond: number } {
  const kept = stages.findIndex(({ stage, limit }, i) => excess(at(values, i), limit, stage.sense) > 0);
  if (kept < 0) return { kept: stages.length, beyond: 0 };
  const { stage, limit } = at(stages, kept);
  return { kept, beyond: excess(at(values, kept), limit, stage.sense) };
}

/** Index of the first stage that values break; `null`: none. */
export function firstBroken({ stages }: BaseRun, values: readonly number[]): number | null {
  const index = stages.findIndex(({ stage, limit }, i) => excess(at(values, i), limit, stage.sense) > 0);
  return index < 0 ? null : index;
}

/** By how much a placement is ahead of the base run, and in which stage first; the draw counts as the stage after all others. */
export interface Lead {
  readonly stage: number;
  readonly by: number;
}

/**
 * Where a lawful placement with these values is better than the base run: in the first tier in which it is (of a list the first entry that
 * differs decides), all earlier ones kept within their locks; at last, with every tier kept, in the draw. `null`: nowhere.
 */
export function leadOver({ stages, draw }: BaseRun, values: readonly number[]): Lead | null {
  let [tier, decided, kept] = [-1, false, true];
  for (let i = 0; i < stages.length; i++) {
    const { stage, best, limit } = at(stages, i);
    if (stage.tier !== tier) {
      if (!kept) return null;
      [tier, decided] = [stage.tier, false];
    }
    const value = at(values, i);
    if (!decided && value !== best) {
      if (better(value, best, stage.sense)) return { stage: i, by: Math.abs(value - best) };
      decided = true;
    }
    if (excess(value, limit, stage.sense) > 0) kept = false;
  }
  const drawn = values[stages.length] ?? 0;
  return kept && draw !== null && drawn < draw ? { stage: stages.length, by: draw - drawn } : null;
}

/** Whether one placement is further ahead than another: in an earlier stage, or by more. */
export function isFurther(a: Lead, b: Lead | null): boolean {
  return b === null || a.stage < b.stage || (a.stage === b.stage && a.by > b.by);
}

/** Whether a lawful placement with these values is better than the base run's. */
export function beatsBase(base: BaseRun, values: readonly number[]): boolean {
  return leadOver(base, values) !== null;
}

/** A tier's objectives as a reason names them. */
export function tierName({ objectives }: Pick<Tier, "objectives">): string {
  return objectives.join("+");
}
