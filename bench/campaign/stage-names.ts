import type { PolicyVariant } from "../../datasets/generator/policy-variant.ts";
import { tierSense } from "../../engine/verify/measure-tiers.ts";
import { instanceOf } from "../cases/bench-case.ts";
import { tierValues } from "./tier-values.ts";
import { difference, type StageName } from "./trajectory.ts";

const known = new Map<string, readonly StageName[]>();

/** The stages of a policy variant, in order of precedence: the same for every size and seed, so that a small round tells. */
export function stageNamesOf({ ground, wishes, targets }: PolicyVariant): readonly StageName[] {
  const key = [ground, wishes, targets].join();
  const names = known.get(key) ?? readStages({ ground, wishes, targets });
  known.set(key, names);
  return names;
}

function readStages(variant: PolicyVariant): readonly StageName[] {
  const { round } = instanceOf({ ...variant, size: 8, seed: 1, seats: 1 });
  const values = tierValues(round, []);
  return round.policy.tiers.flatMap((tier, index) =>
    (values[index] ?? []).map((_, entry) => {
      return { tier: index + 1, entry: entry + 1, objectives: tier.objectives, sense: tierSense(round, tier) };
    }),
  );
}

/** "placed", "delay 2": the objectives, and the entry where there are several. */
export function stageText({ tier, entry, objectives }: StageName, stages: readonly StageName[]): string {
  const entries = stages.filter((stage) => stage.tier === tier).length;
  return entries === 1 ? objectives.join(" + ") : `${objectives.join(" + ")} ${entry}`;
}

/** Below 0 where `a` is better than `b`: at the first stage in which they differ. */
export function compareVectors(a: readonly number[], b: readonly number[], stages: readonly StageName[]): number {
  for (const [position, { sense }] of stages.entries()) {
    const apart = difference(a[position] ?? Number.NaN, b[position] ?? Number.NaN, sense);
    if (apart !== 0 && !Number.isNaN(apart)) return apart;
  }
  return 0;
}

/** Stages that no composition row touches: "easy" for every solver (PERFORMANCE). */
export function isQuotaFree({ objectives }: StageName): boolean {
  return objectives.every((id) => QUOTA_FREE.has(id));
}

const QUOTA_FREE: ReadonlySet<string> = new Set(["changes", "deferral-cap", "reserve-priority", "placed", "regional-balance"]);

/** The draw has no bound and nothing to be near to. */
export function isDraw({ objectives }: StageName): boolean {
  return objectives.includes("lottery");
}
