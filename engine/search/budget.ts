import type { Limits } from "../domain/round.ts";

/** What one solve may use. */
export interface Share {
  readonly maxSteps: number;
  readonly maxSeconds: number;
  /** The part of the seconds left that goes with the part of the steps: `maxSeconds` without the slack. */
  readonly fairSeconds: number;
}

/** The work left in a run: steps bound it the same way on every machine, seconds are the safety net. */
export interface Budget {
  /** A part of what is left for a solve that `weight` of `total` remaining units of work are meant for. */
  share(weight: number, total: number): Share;
  /** Seconds left of the search's own. */
  secondsLeft(): number;
  /** Gives out what was kept for what comes later. */
  release(): void;
  spend(steps: number): void;
  exhausted(): "steps" | "time" | null;
}

/** Seconds are handed out in generous parts, so that it is the steps that decide wherever the machine keeps pace. */
const TIME_SLACK = 3;
/** Part of the seconds that the search may use; the rest is for the reasons (`explain/explain-waiting.ts`), decoding and verifying. */
const SEARCH_PART = 0.7;
const REASONS_PART = 0.2;

/** What follows the search grows with the round: a fifth of the seconds for the reasons, and so many per candidate for exchanges, decoding and verifying. */
const SECONDS_PER_CANDIDATE = 0.0008;
const LARGE_PART = 0.8;

/** The seconds that a search over so many candidates may use, with the making of the instance. */
function secondsOfSearch({ seconds }: Limits, candidates: number): number {
  return Math.min(SEARCH_PART * seconds, LARGE_PART * seconds - SECONDS_PER_CANDIDATE * candidates);
}

/** Part of the limit that nobody plans with. */
const RESERVE_PART = 0.03;
/** A program that is being written or presolved does not look at the clock: seconds per candidate kept for that, at most a part of what is left. */
const OVERRUN_PER_CANDIDATE = 0.0015;
const MOST_OVERRUN = 0.5;

/**
 * The seconds for the reasons when a search over so many candidates has ended: their part, and what the search has left of its own; where it took more
 * than that, as much as leaves time to decode and verify.
 */
export function secondsOfReasons(limits: Limits, candidates: number, elapsed: number): number {
  const { seconds } = limits;
  const left = Math.max(0, (1 - RESERVE_PART) * seconds - elapsed - SECONDS_PER_CANDIDATE * candidates);
  const spare = Math.max(0, secondsOfSearch(limits, candidates) - elapsed);
  return Math.min(REASONS_PART * seconds + spare, left - Math.min(MOST_OVERRUN * left, OVERRUN_PER_CANDIDATE * candidates));
}

/** How a budget is opened. */
export interface BudgetOptions {
  /** When the run began; without, now. */
  readonly began?: number | undefined;
  /** Part of the seconds that nothing may use before it is released. */
  readonly kept?: number;
}

/** The budget of a run over so many candidates. */
export function openBudget(
  limits: Limits,
  now: () => number,
  candidates: number,
  { began = now(), kept = 0 }: BudgetOptions = {},
): Budget {
  let steps = limits.steps;
  const seconds = secondsOfSearch(limits, candidates);
  let later = kept * seconds;
  const secondsLeft = () => Math.max(0, seconds - later - (now() - began));
  return {
    share: (weight, total) => ({
      maxSteps: Math.ceil((steps * weight) / total),
      maxSeconds: Math.min(secondsLeft(), (secondsLeft() * TIME_SLACK * weight) / total),
      fairSeconds: (secondsLeft() * weight) / total,
    }),
    secondsLeft,
    release: () => {
      later = 0;
    },
    spend: (used) => {
      steps = Math.max(0, steps - used);
    },
    exhausted: () => (secondsLeft() <= 0 ? "time" : steps <= 0 ? "steps" : null),
  };
}
