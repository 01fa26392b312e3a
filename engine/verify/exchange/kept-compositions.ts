import type { ObjectiveId, Policy } from "../../domain/policy.ts";
import type { Casefile } from "../casefile.ts";
import { type Composition, compositionOf } from "../composition.ts";
import { keeps, type TierLimits } from "./limits.ts";
import type { Touched } from "./moved.ts";

/** The tier of every objective that is a tier of its own. */
export function tiersAlone({ tiers }: Policy): ReadonlyMap<ObjectiveId, number> {
  return new Map(
    tiers.flatMap(({ objectives: [id, ...others] }, tier) => (id !== undefined && others.length === 0 ? [[id, tier]] : [])),
  );
}

/** Whether the tiers on the composition of promotions keep their limits, the first `tiers` of them: only the promotions touched are measured. */
export function openCompositions(casefile: Casefile, limits: TierLimits): (touched: Touched, tiers: number) => boolean {
  const { promotions, policy } = casefile.round;
  const compositions = new Map<string, Composition>();
  for (const promotion of promotions) {
    if (casefile.placedIn.has(promotion.id)) compositions.set(promotion.id, compositionOf(casefile, promotion));
  }
  const deviations = [...compositions].map(([id, { deviation }]) => [id, deviation] as const).sort(([, a], [, b]) => b - a);
  const total = deviations.reduce((sum, [, deviation]) => sum + deviation, 0);
  const minimum = policy.crossRegion?.minimum ?? 0;
  const abroad = [...compositions.values()].filter(({ crossRegion }) => crossRegion >= minimum).length;
  const alone = tiersAlone(policy);
  const reads = (["worst-promotion", "representativeness", "cross-region"] as const).some((id) => alone.has(id));
  return ({ promotions: touched, after }, tiers) => {
    if (!reads) return true;
    const before = touched.flatMap(({ id }) => compositions.get(id) ?? []);
    const now = touched.flatMap((promotion) => (after.placedIn.has(promotion.id) ? compositionOf(after, promotion) : []));
    const sum = (list: readonly Composition[]): number => list.reduce((all, { deviation }) => all + deviation, 0);
    const held = (list: readonly Composition[]): number => list.filter(({ crossRegion }) => crossRegion >= minimum).length;
    const others = deviations.find(([id]) => !touched.some((promotion) => promotion.id === id))?.[1] ?? 0;
    const figures = {
      "worst-promotion": Math.max(others, ...now.map(({ deviation }) => deviation)),
      representativeness: total - sum(before) + sum(now),
      "cross-region": abroad - held(before) + held(now),
    };
    return Object.entries(figures).every(([id, figure]) => {
      const tier = alone.get(id as keyof typeof figures);
      return tier === undefined || tier >= tiers || keeps(figure, limits[tier]);
    });
  };
}
