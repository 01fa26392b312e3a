import type { PromotionResult } from "../domain/result.ts";
import { deviationFrom, dimensionBands } from "../model/band.ts";
import { at, type Instance } from "../model/instance.ts";

type Counts = Record<string, Record<string, number>>;

/** Size, composition and service elsewhere of every promotion, members included. */
export function promotionResults(instance: Instance, arcs: readonly number[]): readonly PromotionResult[] {
  const { promotions, candidates } = instance.round;
  const rosters = Map.groupBy(
    arcs.map((arc) => instance.arcs.get(arc)),
    ({ promotion }) => promotion,
  );
  return promotions.map(({ id, members }, promotion) => {
    const here = rosters.get(promotion) ?? [];
    const people = [...members, ...here.map((arc) => at(candidates, arc.candidate))];
    const counts = countPeople(instance, people);
    const bands = here.length === 0 ? {} : bandsFor(instance, people.length);
    return {
      id,
      size: people.length,
      placed: here.length,
      counts,
      bands,
      deviation: totalDeviation(counts, bands),
      crossRegion: at(instance.membersElsewhere, promotion) + here.filter((arc) => arc.crossRegion).length,
    };
  });
}

/** Persons per dimension of the policy and category: every category with a target or quota, and every one that occurs. */
function countPeople(instance: Instance, people: readonly { readonly attributes: Readonly<Record<string, string>> }[]): Counts {
  const dimensions = instance.round.policy.representativeness ?? [];
  const tables = dimensions.map((dimension) => {
    const named = Object.keys("quotas" in dimension ? dimension.quotas : dimension.targets);
    const table = new Map(named.map((category) => [category, 0]));
    for (const { attributes } of people) {
      const category = attributes[dimension.dimension];
      if (category !== undefined) table.set(category, (table.get(category) ?? 0) + 1);
    }
    return [dimension.dimension, Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)))] as const;
  });
  return Object.fromEntries(tables);
}

function bandsFor(instance: Instance, persons: number): PromotionResult["bands"] {
  const dimensions = instance.round.policy.representativeness ?? [];
  return Object.fromEntries(dimensions.map((dimension) => [dimension.dimension, dimensionBands(dimension, persons)]));
}

function totalDeviation(counts: Counts, bands: PromotionResult["bands"]): number {
  const deviations = Object.entries(bands).flatMap(([dimension, categories]) =>
    Object.entries(categories).map(([category, band]) => deviationFrom(counts[dimension]?.[category] ?? 0, band)),
  );
  return deviations.reduce((sum, deviation) => sum + deviation, 0);
}
