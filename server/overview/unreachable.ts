import { ceil, parseDecimal, times } from "../../engine/domain/decimal.ts";
import type { Dimension } from "../../engine/domain/policy.ts";
import { bandOf, dimensionBands } from "../../engine/model/band.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import type { Overview, Unreachable } from "../schemas/overview.ts";

/** Eligible candidates who could serve in a promotion, each once. */
function reach(instance: Instance, promotion: number): readonly number[] {
  return [...new Set(instance.arcs.ofPromotion(promotion).map((arc) => instance.arcs.candidateOf(arc)))];
}

/**
 * Targets that no placement meets, found by counting alone: what is listed cannot be met, what is not listed may be out of reach all the same.
 *
 *     category: members and candidates of it who could serve there < lower end of the band at the smallest size
 */
export function unreachableTargets(instance: Instance, regions: Overview["regions"], placements: number): readonly Unreachable[] {
  return [
    ...instance.round.promotions.flatMap((_, p) => inPromotion(instance, p)),
    ...outsideRegions(instance, regions, placements),
    ...lowSkilled(instance, placements),
  ];
}

function inPromotion(instance: Instance, p: number): readonly Unreachable[] {
  const { id, members } = at(instance.round.promotions, p);
  const people = reach(instance, p);
  const { needed, free } = at(instance.seats, p);
  if (free === 0) return [];
  if (people.length < needed) return [{ kind: "too-few", promotion: id, candidates: people.length, needed }];
  const { representativeness, crossRegion } = instance.round.policy;
  const categories = (representativeness ?? []).flatMap((dimension) => missingCategories(instance, p, dimension, people));
  const elsewhere = new Set(
    instance.arcs.ofPromotion(p).flatMap((a) => {
      const { crossRegion: elsewhere, candidate } = instance.arcs.get(a);
      return elsewhere ? [candidate] : [];
    }),
  );
  const atMost = elsewhere.size + at(instance.membersElsewhere, p);
  const wanted = crossRegion?.minimum ?? 0;
  const alone = atMost < wanted && members.length + people.length > 0;
  return [...categories, ...(alone ? [{ kind: "cross-region" as const, promotion: id, atMost, wanted }] : [])];
}

function missingCategories(
  instance: Instance,
  p: number,
  dimension: Dimension,
  people: readonly number[],
): readonly Unreachable[] {
  const { id, members } = at(instance.round.promotions, p);
  const name = dimension.dimension;
  const all = [...members, ...people.map((c) => at(instance.round.candidates, c))];
  const smallest = members.length + at(instance.seats, p).needed;
  return Object.entries(dimensionBands(dimension, smallest)).flatMap(([category, [wanted]]) => {
    const atMost = all.filter(({ attributes }) => attributes[name] === category).length;
    return atMost < wanted ? [{ kind: "category" as const, promotion: id, dimension: name, category, atMost, wanted }] : [];
  });
}

function outsideRegions({ round }: Instance, regions: Overview["regions"], placements: number): readonly Unreachable[] {
  const balance = round.policy.regionalBalance;
  if (balance === null || balance.count !== "round") return [];
  return regions.flatMap(({ region, candidates }) => {
    const target = balance.targets[region];
    if (target === undefined) return [];
    const [wanted] = bandOf(target, balance.tolerance, placements);
    return candidates < wanted ? [{ kind: "region" as const, region, atMost: candidates, wanted, placements }] : [];
  });
}

function lowSkilled({ round, arcs }: Instance, placements: number): readonly Unreachable[] {
  const wish = round.policy.lowSkilled;
  if (wish === null) return [];
  const atMost = round.candidates.filter(
    ({ attributes }, c) => attributes[wish.dimension] === wish.category && arcs.hasCandidate(c),
  ).length;
  const wanted = ceil(times(parseDecimal(wish.minimum), placements));
  return atMost < wanted ? [{ kind: "low-skilled", atMost, wanted, placements }] : [];
}
