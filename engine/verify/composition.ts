import type { Dimension } from "../domain/policy.ts";
import type { Promotion } from "../domain/round.ts";
import { memberServesInOtherRegion, servesInOtherRegion } from "./abroad.ts";
import { type Band, bandAround, clipped, distance } from "./band.ts";
import type { Casefile } from "./casefile.ts";

/** How many persons of a promotion are of a category that has a target or quota. */
interface Share {
  readonly dimension: string;
  readonly category: string;
  readonly count: number;
  readonly band: Band;
  readonly deviation: number;
}

/** A promotion as this round leaves it, members included. */
export interface Composition {
  readonly size: number;
  readonly placed: number;
  /** Persons per dimension of the policy and category: every category with a target or quota, or with anybody in it. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Empty where this round places nobody. */
  readonly shares: readonly Share[];
  /** Persons outside their bands, summed over the shares. */
  readonly deviation: number;
  readonly crossRegion: number;
}

function categoriesOf(dimension: Dimension): string[] {
  return Object.keys("targets" in dimension ? dimension.targets : dimension.quotas);
}

function bandsOf(dimension: Dimension, size: number): [category: string, band: Band][] {
  if ("quotas" in dimension) return Object.entries(dimension.quotas).map(([category, { min, max }]) => [category, [min, max]]);
  const { targets, tolerance } = dimension;
  return Object.entries(targets).map(([category, target]) => [category, clipped(bandAround(target, tolerance, size), size)]);
}

/** Art. 23 §3: counts the persons of a promotion and measures them against the policy's dimensions. */
export function compositionOf(casefile: Casefile, promotion: Promotion): Composition {
  const services = casefile.placedIn.get(promotion.id) ?? [];
  const people = [...promotion.members, ...services.map(({ candidate }) => candidate)];
  const dimensions = casefile.round.policy.representativeness ?? [];
  const counts = new Map<string, Map<string, number>>();
  for (const dimension of dimensions) {
    const perCategory = new Map(categoriesOf(dimension).map((category) => [category, 0]));
    for (const { attributes } of people) {
      const category = attributes[dimension.dimension];
      if (category !== undefined) perCategory.set(category, (perCategory.get(category) ?? 0) + 1);
    }
    counts.set(dimension.dimension, perCategory);
  }
  const measured = services.length === 0 ? [] : dimensions;
  const shares = measured.flatMap((dimension) =>
    bandsOf(dimension, people.length).map(([category, band]) => {
      const count = counts.get(dimension.dimension)?.get(category) ?? 0;
      return { dimension: dimension.dimension, category, count, band, deviation: distance(count, band) };
    }),
  );
  const membersAbroad = promotion.members.filter((member) => memberServesInOtherRegion(member, casefile));
  return {
    size: people.length,
    placed: services.length,
    counts,
    shares,
    deviation: shares.reduce((sum, { deviation }) => sum + deviation, 0),
    crossRegion: membersAbroad.length + services.filter(servesInOtherRegion).length,
  };
}

/** The compositions of the promotions in which this round places someone. */
export function heldCompositions(casefile: Casefile): Composition[] {
  return casefile.round.promotions
    .filter(({ id }) => casefile.placedIn.has(id))
    .map((promotion) => compositionOf(casefile, promotion));
}
