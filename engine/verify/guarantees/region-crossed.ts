import type { Promotion } from "../../domain/round.ts";
import { servesInOtherRegion } from "../abroad.ts";
import type { Casefile } from "../casefile.ts";
import { compositionOf } from "../composition.ts";
import { ineligibility } from "../eligibility.ts";
import { limitsOf } from "../exchange/limits.ts";
import { openBench } from "../exchange/moves.ts";
import { type Group, groupsOf, type Opening, openingsOf } from "../openings.ts";
import { vacanciesOf } from "../vacancy.ts";
import { type Examined, foundOnAll, type Guarantee } from "./guarantee.ts";

/** Most moves that are tried for one result. */
const MOST_MOVES = 300;

/** Per group of promotions, the openings of those who would serve there in a Region other than that of residence, places and seats aside. */
function openingsAbroad(casefile: Casefile): ReadonlyMap<Group, readonly Opening[]> {
  const all = new Map<Group, Opening[]>(groupsOf(casefile).map((group) => [group, []]));
  for (const candidate of casefile.round.candidates) {
    if (ineligibility(candidate, casefile).length > 0) continue;
    for (const opening of openingsOf(candidate, casefile)) {
      if (servesInOtherRegion(opening.wish)) all.get(opening.group)?.push(opening);
    }
  }
  return all;
}

/** Those of a promotion. */
function abroadIn(promotion: Promotion, abroad: ReadonlyMap<Group, readonly Opening[]>): readonly Opening[] {
  return [...abroad].find(([group]) => group.promotions.includes(promotion))?.[1] ?? [];
}

/** Whether one person more in a promotion, or elsewhere in it, would serve in another Region and cost no earlier tier anything. */
function reachOf(
  index: number,
  { casefile, result, values }: Examined,
): (promotion: Promotion, openings: readonly Opening[]) => boolean {
  const [before, tier] = [values[index], casefile.round.policy.tiers[index]];
  if (tier === undefined) return () => false;
  const bench = openBench(casefile, limitsOf(casefile.round, result, values));
  const vacancies = vacanciesOf(casefile);
  const serving = new Map(casefile.services.map((service) => [service.candidate.id, service]));
  let tried = 0;
  const mayMove = (promotion: Promotion, { wish, rank }: Opening): boolean => {
    if (vacancies.lacksSeat(wish.candidate, promotion) || vacancies.lacksPlace(wish, promotion)) return false;
    if (++tried > MOST_MOVES || bench.isSpent()) return false;
    const moves = [{ from: serving.get(wish.candidate.id) ?? null, to: { ...wish, promotion, rank } }];
    const after = bench.valueAfter(moves, tier);
    return typeof after === "number" && typeof before === "number" && after > before && bench.allows(moves, index);
  };
  return (promotion, openings) => tried <= MOST_MOVES && openings.some((opening) => mayMove(promotion, opening));
}

/**
 * G4, Art. 14 §2: in every promotion this round places someone in, somebody serves in a Region other than that of residence; where nobody
 * does, the tier `cross-region` is proven, or nobody who may serve there lives elsewhere than a mission of theirs. Violated where one
 * person's move would do and cost no earlier tier anything; else what is neither is not measured.
 */
export const regionCrossed: Guarantee = (examined) => {
  const { casefile, result } = examined;
  const { crossRegion, tiers } = casefile.round.policy;
  const held = casefile.round.promotions.filter(({ id }) => casefile.placedIn.has(id));
  if (crossRegion === null) return { standing: "not-measured", measured: { subject: "promotions", checked: 0, of: held.length } };
  const without = held.filter((promotion) => compositionOf(casefile, promotion).crossRegion < crossRegion.minimum);
  if (without.length === 0) return foundOnAll("holds", "promotions", held.length);
  const tier = tiers.findIndex(({ objectives }) => objectives.length === 1 && objectives[0] === "cross-region");
  const abroad = openingsAbroad(casefile);
  const people = (promotion: Promotion) => new Set(abroadIn(promotion, abroad).map(({ wish }) => wish.candidate)).size;
  const possible = without.filter((promotion) => people(promotion) >= crossRegion.minimum);
  const reach = reachOf(tier, examined);
  if (possible.some((promotion) => reach(promotion, abroadIn(promotion, abroad))))
    return foundOnAll("violated", "promotions", held.length);
  if (possible.length === 0 || result.tiers[tier]?.quality === "proven-optimal") {
    return foundOnAll("holds", "promotions", held.length);
  }
  return {
    standing: "not-measured",
    measured: { subject: "promotions", checked: held.length - possible.length, of: held.length },
  };
};
