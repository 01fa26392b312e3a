import type { Sense } from "../../domain/policy.ts";
import type { Result, TierFigure } from "../../domain/result.ts";
import type { Round } from "../../domain/round.ts";
import { tierSense } from "../measure-tiers.ts";

/** What a change must keep of one tier. */
interface TierLimit {
  readonly sense: Sense;
  /** Entry by entry where an allowance lets them vary on their own; else the first entry that differs decides. */
  readonly figure: TierFigure;
  readonly entryByEntry: boolean;
}

/** One limit per tier of the policy; `null` for the draw, which decides only what is tied. */
export type TierLimits = readonly (TierLimit | null)[];

function entries(figure: TierFigure): readonly number[] {
  return typeof figure === "number" ? [figure] : figure;
}

function isWorse(a: number, b: number, sense: Sense): boolean {
  return sense === "minimise" ? a > b : a < b;
}

/** What every tier keeps: its value, or where it has an allowance the limit of its lock. */
export function limitsOf(round: Round, result: Pick<Result, "locks">, values: readonly TierFigure[]): TierLimits {
  return round.policy.tiers.map((tier, index) => {
    if (tier.objectives.includes("lottery")) return null;
    const [value, lock] = [values[index] ?? 0, result.locks[index]];
    const spends = lock !== undefined && entries(lock.allowance).some((allowance) => allowance > 0);
    return { sense: tierSense(round, tier), figure: spends ? lock.limit : value, entryByEntry: spends };
  });
}

/** Whether a figure is no worse than a limit; no limit is always kept. */
export function keeps(figure: TierFigure, limit: TierLimit | null | undefined): boolean {
  if (limit === null || limit === undefined) return true;
  const [found, allowed] = [entries(figure), entries(limit.figure)];
  const worse = found.map((entry, index) => isWorse(entry, allowed[index] ?? entry, limit.sense));
  if (limit.entryByEntry) return !worse.includes(true);
  const first = found.findIndex((entry, index) => entry !== allowed[index]);
  return first < 0 || worse[first] === false;
}
