import { floor, parseDecimal, times } from "../../domain/decimal.ts";
import type { Allowance, Sense, Tier } from "../../domain/policy.ts";
import type { Lock, Result, TierFigure, TierResult } from "../../domain/result.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import type { Casefile } from "../casefile.ts";
import { measureCase, tierSense } from "../measure-tiers.ts";
import { below, compare, differs } from "./compare.ts";

function entries<T>(figure: T | readonly T[]): readonly T[] {
  return Array.isArray(figure) ? figure : [figure as T];
}

/** The entries in the shape of the value: a list for a list, else the number itself. */
function shaped<T>(like: TierFigure, figures: readonly T[]): T | readonly T[] | null {
  return typeof like === "number" ? (figures[0] ?? null) : figures;
}

function isBetter(a: number, b: number, sense: Sense): boolean {
  return sense === "minimise" ? a < b : a > b;
}

/** The better of two values; the first entry in which two lists differ decides. */
function better(a: TierFigure, b: TierFigure, sense: Sense): TierFigure {
  const [left, right] = [entries(a), entries(b)];
  const index = left.findIndex((entry, at) => entry !== right[at]);
  return index >= 0 && isBetter(left[index] ?? 0, right[index] ?? 0, sense) ? a : b;
}

/** Each entry of a bound is about placements that keep the entries before it: a value that gave those up says nothing on it. */
function contradicts(figure: TierFigure, found: TierFigure, bounds: readonly (number | null)[], sense: Sense): boolean {
  const [values, kept] = [entries(figure), entries(found)];
  return values.some((value, index) => {
    const bound = bounds[index];
    const before = values.slice(0, index).every((entry, at) => !isBetter(kept[at] ?? entry, entry, sense));
    return typeof bound === "number" && before && isBetter(value, bound, sense);
  });
}

function allowanceOf(allowance: Allowance, found: number): number {
  return "absolute" in allowance ? allowance.absolute : floor(times(parseDecimal(allowance.relative), Math.abs(found)));
}

/** What a lock must be, from the value found: later tiers may worsen each entry by the allowance and no more. */
function expectedLock(tier: Tier, found: TierFigure, sense: Sense): Lock {
  const given = entries(found).map((entry) => allowanceOf(tier.allowance, entry));
  const limits = entries(found).map((entry, index) => {
    return sense === "minimise" ? entry + (given[index] ?? 0) : entry - (given[index] ?? 0);
  });
  const inShape = (figures: readonly number[]): TierFigure => (typeof found === "number" ? (figures[0] ?? found) : figures);
  return { objectives: tier.objectives, found, allowance: inShape(given), limit: inShape(limits) };
}

function checkLock(path: string, lock: Lock, tier: Tier, value: TierFigure, sense: Sense): FigureViolation[] {
  if (entries(lock.found).length !== entries(value).length || Array.isArray(lock.found) !== Array.isArray(value)) {
    return [differs(below(path, "found"), lock.found, value)];
  }
  const limits = entries(lock.limit);
  const exceeded = entries(value).some((entry, index) => isBetter(limits[index] ?? entry, entry, sense));
  return [
    ...compare(path, lock, expectedLock(tier, lock.found, sense)),
    ...(exceeded ? [differs(below(path, "limit"), lock.limit, value)] : []),
  ];
}

interface TierCase {
  readonly tier: Tier;
  readonly value: TierFigure;
  readonly sense: Sense;
  readonly lock: Lock | undefined;
  readonly earlierProven: boolean;
}

/** Value and gap recomputed, the bound not contradicted, the claim of optimality no more and no less than the bounds prove. */
function checkTier(path: string, reported: TierResult, { tier, value, sense, lock, earlierProven }: TierCase): FigureViolation[] {
  const found = lock?.found ?? value;
  const best = better(value, found, sense);
  const size = entries(value).length;
  const bounds = reported.bound === null ? Array.from({ length: size }, () => null) : entries<number | null>(reported.bound);
  const gaps = entries(best).map((entry, index) => {
    const bound = bounds[index] ?? null;
    return bound === null ? null : Math.abs(entry - bound) / Math.max(1, Math.abs(entry));
  });
  const proven = earlierProven && reported.bound !== null && gaps.every((gap) => gap === 0);
  const gap = reported.bound === null ? null : shaped<number | null>(value, gaps);
  const bound = reported.bound;
  const expected = { objectives: tier.objectives, sense, value, bound, gap, quality: proven ? "proven-optimal" : "feasible" };
  const sound =
    bounds.length === size &&
    (bound === null || Array.isArray(bound) === Array.isArray(value)) &&
    bounds.every((entry) => entry === null || Number.isInteger(entry)) &&
    !contradicts(found, found, bounds, sense) &&
    !contradicts(value, found, bounds, sense);
  return [...compare(path, reported, expected), ...(sound ? [] : [differs(below(path, "bound"), bound, best)])];
}

/** The lottery as it must be told: a draw has no bound, and is as good as the placement it chooses from was proven. */
function checkDraw(index: number, result: Result, value: TierFigure, earlierProven: boolean): FigureViolation[] {
  const { [index]: lock } = result.locks;
  const objectives = ["lottery"];
  const quality = earlierProven ? "proven-optimal" : "feasible";
  const expected = { objectives, sense: "minimise", value, bound: null, gap: null, quality };
  return [
    ...compare(below("/tiers", index), result.tiers[index], expected),
    ...(lock === undefined
      ? []
      : compare(below("/locks", index), lock, { objectives, found: value, allowance: 0, limit: value })),
  ];
}

/**
 * Only a proven result may say `proof`. A proven one says so, unless a clock or a caller stopped it: the tiers are proven then, and
 * yet another run may pick differently among equals.
 */
function stopsAsProven({ stoppedBy }: Result, proven: boolean): boolean {
  return stoppedBy === "proof" ? proven : !proven || stoppedBy !== "steps";
}

/** Checks tiers and locks, one by one in the order of the policy; locks may be missing for the last tiers of a run cut short. */
export function checkTiers(result: Result, casefile: Casefile): FigureViolation[] {
  const { tiers } = casefile.round.policy;
  const values = measureCase(casefile);
  const violations: FigureViolation[] = [];
  if (result.tiers.length !== tiers.length) violations.push(differs("/tiers", result.tiers.length, tiers.length));
  if (result.locks.length > tiers.length) violations.push(differs("/locks", result.locks.length, tiers.length));
  let earlierProven = true;
  for (const [index, tier] of tiers.entries()) {
    const [reported, value, lock] = [result.tiers[index], values[index], result.locks[index]];
    if (reported === undefined || value === undefined) continue;
    if (tier.objectives.includes("lottery")) {
      violations.push(...checkDraw(index, result, value, earlierProven));
      continue;
    }
    const sense = tierSense(casefile.round, tier);
    if (lock !== undefined) violations.push(...checkLock(below("/locks", index), lock, tier, value, sense));
    violations.push(...checkTier(below("/tiers", index), reported, { tier, value, sense, lock, earlierProven }));
    earlierProven &&= reported.quality === "proven-optimal";
    if (earlierProven && lock === undefined && index < tiers.length - 1) {
      violations.push(differs(below("/locks", index), null, expectedLock(tier, value, sense)));
    }
  }
  const quality = earlierProven ? "proven-optimal" : "feasible";
  const ended = result.stoppedBy === "cancel" ? "cancelled" : "completed";
  return [
    ...violations,
    ...compare("/quality", result.quality, quality),
    ...compare("/state", result.state, ended),
    ...(stopsAsProven(result, earlierProven) ? [] : [differs("/stoppedBy", result.stoppedBy, quality)]),
  ];
}
