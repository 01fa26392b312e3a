import type { Dimension } from "../../domain/policy.ts";
import { type Band, dimensionBands } from "../../model/band.ts";
import { at, type Instance } from "../../model/instance.ts";

/** A category with a band in one promotion, in the order of the policy's dimensions, categories sorted. */
interface Category {
  readonly dimension: number;
  readonly name: string;
  /** Members of the promotion in it. */
  readonly members: number;
  readonly hard: boolean;
}

/** All lawful compositions of one promotion, described by what they are chosen from. "Person" is an index into `persons`. */
export interface PromotionBlock {
  readonly promotion: number;
  /** Candidates with a usable arc here, ascending. */
  readonly persons: Int32Array;
  /** Usable arcs of person i: `arcs[arcStarts[i]] .. arcs[arcStarts[i + 1] - 1]`. */
  readonly arcStarts: Int32Array;
  readonly arcs: Int32Array;
  /** Category of person i in dimension d at `i * dimensions + d`; the number of categories where it has no band. */
  readonly categoryOf: Int32Array;
  readonly dimensions: number;
  /** Persons of the same categories are of one type: that of person i, and one person of each type. */
  readonly typeOf: Int32Array;
  readonly examples: Int32Array;
  readonly categories: readonly Category[];
  /** Placements it can have if any, ascending. */
  readonly sizes: readonly number[];
  /** Persons that this round must bring to category g at `sizes[k]`: `bands[k * categories + g]`, lower and upper ends. */
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** Whether this round may leave it without a placement. */
  readonly mayBeEmpty: boolean;
}

/** The block of a promotion; `null` if nobody can be placed there. Arcs in `barred` are left out. */
export function promotionBlock(instance: Instance, promotion: number, barred: ReadonlySet<number>): PromotionBlock | null {
  const { members } = at(instance.round.promotions, promotion);
  const usable = instance.arcs.ofPromotion(promotion).filter((arc) => !barred.has(arc));
  const byPerson = [...Map.groupBy(usable, (arc) => instance.arcs.candidateOf(arc))].sort(([a], [b]) => a - b);
  const { free, needed, owed } = at(instance.seats, promotion);
  const largest = Math.min(free, byPerson.length);
  if (largest < needed) return null;
  const sizes = Array.from({ length: largest - needed + 1 }, (_, i) => needed + i);
  const persons = byPerson.map(([candidate]) => candidate);
  const categories = categoriesOf(instance, promotion);
  const bands = sizes.flatMap((size) => bandsFor(instance, categories, members.length + size));
  const categoryOf = persons.map((person) => categoriesIn(instance, categories, person));
  const keys = categoryOf.map((list) => list.join(" "));
  const types = [...new Set(keys)];
  const starts = [0];
  for (const [, arcs] of byPerson) starts.push(at(starts, starts.length - 1) + arcs.length);
  return {
    promotion,
    persons: Int32Array.from(persons),
    arcStarts: Int32Array.from(starts),
    arcs: Int32Array.from(byPerson.flatMap(([, arcs]) => arcs)),
    categoryOf: Int32Array.from(categoryOf.flat()),
    dimensions: dimensionsOf(instance).length,
    typeOf: Int32Array.from(keys, (key) => types.indexOf(key)),
    examples: Int32Array.from(types, (key) => keys.indexOf(key)),
    categories,
    sizes,
    lower: Int32Array.from(bands, ([lower]) => lower),
    upper: Int32Array.from(bands, ([, upper]) => upper),
    mayBeEmpty: owed === 0,
  };
}

const dimensionsOf = ({ round }: Instance): readonly Dimension[] => round.policy.representativeness ?? [];

function categoriesOf(instance: Instance, promotion: number): readonly Category[] {
  const { members } = at(instance.round.promotions, promotion);
  return dimensionsOf(instance).flatMap((dimension, d) =>
    Object.keys(dimensionBands(dimension, 0))
      .sort()
      .map((name) => ({
        dimension: d,
        name,
        members: members.filter(({ attributes }) => attributes[dimension.dimension] === name).length,
        hard: dimension.mode === "hard",
      })),
  );
}

/** Band of every category among `size` persons, less the members in it. */
function bandsFor(instance: Instance, categories: readonly Category[], size: number): readonly Band[] {
  const ofDimension = dimensionsOf(instance).map((dimension) => dimensionBands(dimension, size));
  return categories.map(({ dimension, name, members }) => {
    const [lower, upper] = at(ofDimension, dimension)[name] ?? [0, 0];
    return [lower - members, upper - members];
  });
}

/** Index of a candidate's category per dimension; the number of categories where it has no band. */
function categoriesIn(instance: Instance, categories: readonly Category[], candidate: number): readonly number[] {
  const { attributes } = at(instance.round.candidates, candidate);
  return dimensionsOf(instance).map(({ dimension }, d) => {
    const index = categories.findIndex((category) => category.dimension === d && category.name === attributes[dimension]);
    return index < 0 ? categories.length : index;
  });
}
