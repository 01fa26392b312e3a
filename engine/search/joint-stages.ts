import type { StageLock } from "../formulate/formulate.ts";
import type { Stage } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { weightedSum } from "../model/linear-expression.ts";
import { allowanceOf } from "./allowance.ts";
import { type RunState, type StageWork, valueAt } from "./run-state.ts";

/** Consecutive stages that one program settles in their order of precedence, and the weight of each in it. */
export interface JointStages {
  readonly stages: readonly Stage[];
  /** The program's objective as a stage: that of the first, with the later ones added so lightly that they never outweigh it. */
  readonly whole: Stage;
  readonly weights: readonly number[];
  /** The most that all but the first add to the whole, less being better. */
  readonly mostOfOthers: number;
}

/** Weights beyond this would ask more of a solver's tolerances than they give. */
const MOST_WEIGHT = 10_000_000;

/**
 * The stage at `first` with those after it that only break its ties: each a plain sum over arcs, its predecessor without an allowance (Sherali and
 * Soyster 1983). With every value v[k], less being better, in [low[k], high[k]]:
 *
 *     min  sum over k of weight[k] * v[k],   weight[k] = 1 + sum over later l of weight[l] * (high[l] - low[l])
 */
export function jointStages(instance: Instance, stages: readonly Stage[], first: number): JointStages {
  const leading = at(stages, first);
  const joined = [leading];
  let weights = [1];
  let mostOfOthers = 0;
  for (const next of stages.slice(first + 1)) {
    const range = isStrict(instance, at(joined, joined.length - 1), next) ? rangeOf(instance, next) : null;
    if (range === null) break;
    const factor = 1 + range.high - range.low;
    if (at(weights, 0) * factor > MOST_WEIGHT) break;
    weights = [...weights.map((weight) => weight * factor), 1];
    mostOfOthers = mostOfOthers * factor + range.high;
    joined.push(next);
  }
  const towards = (stage: Stage) => (stage.sense === leading.sense ? 1 : -1);
  const expression: Stage["expression"] = (draft) =>
    weightedSum(
      joined.map((stage) => stage.expression(draft)),
      joined.map((stage, k) => towards(stage) * at(weights, k)),
    );
  return { stages: joined, whole: { ...leading, expression }, weights, mostOfOthers };
}

/** Whether a stage's value is kept strictly by the next. The draw is settled by itself: its weights are too large. */
export function isStrict({ round }: Instance, stage: Stage, next: Stage): boolean {
  if (next.objectives.includes("lottery")) return false;
  // Nothing of any value may be spent.
  return stage.tier === next.tier || allowanceOf(at(round.policy.tiers, stage.tier).allowance, Number.MAX_SAFE_INTEGER) === 0;
}

/** Least and most that a stage's value can be, less being better; `null` where it is no plain sum over arcs. */
function rangeOf({ arcs, round }: Instance, { parts }: Stage): { readonly low: number; readonly high: number } | null {
  let [low, high] = [0, 0];
  const each = new Float64Array(arcs.count);
  for (const { factor, sum } of parts) {
    if (sum === null) return null;
    const { weights, marked, constant } = sum();
    low += factor * constant;
    high += factor * constant;
    for (let arc = 0; arc < each.length; arc++) {
      each[arc] = at(each, arc) + factor * (at(weights, arcs.openingOf(arc)) + (marked.get(arc) ?? 0));
    }
  }
  round.candidates.forEach((_, candidate) => {
    const own = each.subarray(arcs.firstOf(candidate), arcs.firstOf(candidate + 1));
    low += own.reduce((least, one) => Math.min(least, one), 0);
    high += own.reduce((most, one) => Math.max(most, one), 0);
  });
  return { low, high };
}

/** What a bound on the whole, in its sense, proves of the first stage. Values are whole numbers. */
export function boundOnFirst({ whole, weights, mostOfOthers }: JointStages, bound: number): number {
  const sign = whole.sense === "minimise" ? 1 : -1;
  return sign * Math.ceil((sign * bound - mostOfOthers) / at(weights, 0) - 1e-6) + 0;
}

/** The value of a stage that an earlier program has settled under these limits of the stages before it. */
interface Settled {
  readonly limits: readonly number[];
  readonly value: number;
}

const keyOf = ({ tier, entry }: Stage) => `settled ${tier} ${entry}`;

/** Keeps the values of the later stages of a program that was solved to the end, where the incumbent has them all. */
export function keepSettled(
  state: RunState,
  { locks }: StageWork,
  { stages, whole, weights }: JointStages,
  optimum: number,
): void {
  const values = stages.map((_, k) => valueAt(state, locks.length + k));
  const sum = values.reduce((total, value, k) => {
    return total + (at(stages, k).sense === whole.sense ? 1 : -1) * at(weights, k) * value;
  }, 0);
  if (Math.round(optimum) !== sum) return;
  const limits = locks.map(({ limit }) => limit);
  stages.forEach((stage, k) => {
    const settled: Settled = { limits: [...limits, ...values.slice(0, k)], value: at(values, k) };
    if (k > 0) state.memory.set(keyOf(stage), settled);
  });
}

/** The value of a stage if an earlier program has settled it under the same limits. */
export function settledValue({ memory }: RunState, stage: Stage, locks: readonly StageLock[]): number | null {
  const settled = memory.get(keyOf(stage)) as Settled | undefined;
  return settled?.limits.length === locks.length && locks.every(({ limit }, i) => limit === settled.limits[i])
    ? settled.value
    : null;
}
