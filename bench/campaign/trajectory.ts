import type { ObjectiveId, Sense } from "../../engine/domain/policy.ts";
import type { RunRecord } from "./record.ts";

/** One number to optimise, a tier or an entry of its list, in order of precedence; positions from 1. */
export interface StageName {
  readonly tier: number;
  readonly entry: number;
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
}

/** A stage's figures at a moment. `null`: none yet. */
export interface Figures {
  readonly value: number | null;
  readonly bound: number | null;
}

/** Something changed in the stage at `position` (from 0) of the list of stages. */
export interface Step extends Figures {
  readonly seconds: number;
  readonly position: number;
}

/** What a run said on its way, in the order of time: every moment of its search, and every stage as it was left. */
export function stepsOf({ moments, stages: claims }: RunRecord, stages: readonly StageName[]): readonly Step[] {
  const positionOf = (tier: number, entry: number) => stages.findIndex((one) => one.tier === tier && one.entry === entry);
  const steps = [
    ...moments.map(({ seconds, tier, entry, incumbent, bound }) => {
      return { seconds, position: positionOf(tier, entry), value: incumbent, bound };
    }),
    ...claims.map(({ seconds, tier, entry, found, bound }) => ({
      seconds,
      position: positionOf(tier, entry),
      value: found,
      bound,
    })),
  ];
  return steps.filter(({ position }) => position >= 0).toSorted((a, b) => a.seconds - b.seconds);
}

/** Figures per stage as known after `seconds`: up to the stage then at work, those before it as they were left. */
export function figuresAt(steps: readonly Step[], seconds: number): readonly Figures[] {
  const known: Figures[] = [];
  for (const { position, value, bound } of steps.filter((step) => step.seconds <= seconds)) {
    known.length = Math.min(known.length, position);
    known[position] = { value, bound };
  }
  return Array.from(known, (figures) => figures ?? { value: null, bound: null });
}

/** Below 0 where `a` is better than `b` in the sense of the stage. */
export const difference = (a: number, b: number, sense: Sense): number => (sense === "minimise" ? a - b : b - a);

/**
 * Seconds until the stages up to the last of `target` were, taken in their order of precedence, at least as good as there; `Infinity`:
 * never. Better in an earlier stage settles it.
 */
export function secondsTo(steps: readonly Step[], stages: readonly StageName[], target: readonly number[]): number {
  const known: (number | null)[] = [];
  for (const { seconds, position, value } of steps) {
    known.length = Math.min(known.length, position);
    known[position] = value;
    if (isAsGood(known, stages, target)) return seconds;
  }
  return Number.POSITIVE_INFINITY;
}

function isAsGood(known: readonly (number | null)[], stages: readonly StageName[], target: readonly number[]): boolean {
  for (const [position, wanted] of target.entries()) {
    const [value, stage] = [known[position], stages[position]];
    if (value === undefined || value === null || stage === undefined) return false;
    const apart = difference(value, wanted, stage.sense);
    if (apart !== 0) return apart < 0;
  }
  return true;
}

/** Seconds until the first `many` stages had, all at once, a value that will do; `Infinity`: never. */
export function secondsToEach(
  steps: readonly Step[],
  many: number,
  willDo: (value: number, position: number) => boolean,
): number {
  const known: (number | null)[] = [];
  for (const { seconds, position, value } of steps) {
    known.length = Math.min(known.length, position);
    known[position] = value;
    const first = Array.from({ length: many }, (_, i) => known[i] ?? null);
    if (first.every((one, i) => one !== null && willDo(one, i))) return seconds;
  }
  return Number.POSITIVE_INFINITY;
}

/** |value - bound| / max(1, |value|); `Infinity` while one of them is missing. */
export function gapOf({ value, bound }: Figures): number {
  return value === null || bound === null ? Number.POSITIVE_INFINITY : Math.abs(value - bound) / Math.max(1, Math.abs(value));
}

/** Seconds until the gap of a stage was at most `gap` and stayed so; `Infinity`: never. */
export function secondsToGap(steps: readonly Step[], position: number, gap: number): number {
  const own = steps.filter((step) => step.position === position);
  const open = own.findLastIndex((step) => gapOf(step) > gap);
  return own[open + 1]?.seconds ?? Number.POSITIVE_INFINITY;
}

/** Seconds until there was any placement; `Infinity`: none was reported. */
export function secondsToFirst(steps: readonly Step[]): number {
  return steps.find(({ value }) => value !== null)?.seconds ?? Number.POSITIVE_INFINITY;
}
