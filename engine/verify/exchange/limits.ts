import type { Sense } from "../../domain/policy.ts";
import type { Result, TierFigure } from "../../domain/result.ts";
import type { Round } from "../../domain/round.ts";
import { tierSense } from "../measure-tiers.ts";

/** What a change must keep of one tier. */
interface TierLimit {
  readonly sense: Sense;
  /** Of two lists the first entry that differs decides; `null` where the tier may spend its allowance. */
  readonly value: TierFigure | null;
  /** Entry by entry the worst the lock permits; `null` without a lock. */
  readonly lock: TierFigure | null;
}

/** One limit per tier of the policy; `null` for the draw, which decides only what is tied. */
export type TierLimits = readonly (TierLimit | null)[];

function entries(figure: TierFigure): readonly number[] {
  return typeof figure === "number" ? [figure] : figure;
}

function isWorse(a: number, b: number, sense: Sense): boolean {
  return sense === "minimise" ? a > b : a < b;
}

/** What every tier keeps: the limit of its lock, and unless it has an allowance its value. */
export function limitsOf(round: Round, result: Pick<Result, "locks">, values: readonly TierFigure[]): TierLimits {
  return round.policy.tiers.map((tier, index) => {
    if (tier.objectives.includes("lottery")) return null;
    const [value, lock] = [values[index] ?? 0, result.locks[index]];
    const spends = lock !== undefined && entries(lock.allowance).some((allowance) => allowance > 0);
    return { sense: tierSense(round, tier), value: spends ? null : value, lock: lock?.limit ?? null };
  });
}

/** Whether a figure is no worse than a limit; no limit is always kept. */
export function keeps(figure: TierFigure, limit: TierLimit | null | undefined): boolean {
  if (limit === null || limit === undefined) return true;
  const { sense, value, lock } = limit;
  const found = entries(figure);
  const differing = value === null ? -1 : found.findIndex((entry, index) => entry !== entries(value)[index]);
  if (value !== null && differing >= 0 && isWorse(found[differing] ?? 0, entries(value)[differing] ?? 0, sense)) return false;
  return lock === null || found.every((entry, index) => !isWorse(entry, entries(lock)[index] ?? entry, sense));
}
