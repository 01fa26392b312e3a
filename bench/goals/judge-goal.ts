import type { Evidence } from "../campaign/evidence.ts";
import { type BenchCase, casesOf } from "../cases/bench-case.ts";
import { type Spread, spreadOf } from "../report/statistics.ts";
import type { Goal, Shown } from "./goal.ts";

/** The variants of the policy under which every goal has to hold. */
export const VARIANTS = [
  { ground: "composition", wishes: "late" },
  { ground: "composition", wishes: "early" },
  { ground: "replacement", wishes: "late" },
  { ground: "replacement", wishes: "early" },
] as const;

export type Variant = (typeof VARIANTS)[number];

/** A goal under one variant. */
export interface Verdict {
  readonly variant: Variant;
  /** Median and range over the cases measured; `null`: none. */
  readonly spread: Spread | null;
  readonly shown: readonly Shown[];
  readonly verdict: "met" | "missed" | "not measured";
}

/** The cases of a goal under a variant. */
export function casesFor(
  { sizes, mostSeeds }: Goal,
  { ground, wishes }: Variant,
  seeds: readonly number[],
): readonly BenchCase[] {
  const seed = seeds.slice(0, mostSeeds);
  return casesOf({ size: sizes, seed, seats: [1], ground: [ground], wishes: [wishes], targets: ["unmet"] });
}

/** Judges a goal under a variant by the median of what its cases show. */
export function judgeGoal(goal: Goal, variant: Variant, seeds: readonly number[], evidence: Evidence): Verdict {
  const shown = goal.show(casesFor(goal, variant, seeds), evidence);
  const figures = shown.map(({ figure }) => figure).filter((figure) => !Number.isNaN(figure));
  const spread = spreadOf(figures);
  if (spread === null) return { variant, spread, shown, verdict: "not measured" };
  const { at, figure } = goal.wanted;
  const met = at === "most" ? spread.middle <= figure : spread.middle >= figure;
  return { variant, spread, shown, verdict: met ? "met" : "missed" };
}
