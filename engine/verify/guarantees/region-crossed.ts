import type { Candidate, Promotion } from "../../domain/round.ts";
import { servesInOtherRegion } from "../abroad.ts";
import type { Casefile } from "../casefile.ts";
import { compositionOf } from "../composition.ts";
import { ineligibility } from "../eligibility.ts";
import { limitsOf } from "../exchange/limits.ts";
import { type Move, openBench } from "../exchange/moves.ts";
import { openingsOf } from "../openings.ts";
import { vacanciesOf } from "../vacancy.ts";
import { type Examined, foundOnAll, type Guarantee } from "./guarantee.ts";

/** Most moves that are tried for one result. */
const MOST_MOVES = 300;

/** The ways in which a candidate could serve in a promotion in a Region other than that of residence, places and seats aside. */
function servicesAbroad(candidate: Candidate, promotion: Promotion, casefile: Casefile): Move["to"][] {
  return openingsOf(candidate, casefile).flatMap(({ wish, rank, group }) =>
    group.promotions.includes(promotion) && servesInOtherRegion(wish) ? [{ ...wish, promotion, rank }] : [],
  );
}

/** Whether one person more in a promotion, or elsewhere in it, would serve in another Region and cost no earlier tier anything. */
function reachOf(index: number, { casefile, result, values }: Examined): (promotion: Promotion) => boolean {
  const [before, tier] = [values[index], casefile.round.policy.tiers[index]];
  if (tier === undefined) return () => false;
  const bench = openBench(casefile, limitsOf(casefile.round, result, values));
  const vacancies = vacanciesOf(casefile);
  const serving = new Map(casefile.services.map((service) => [service.candidate.id, service]));
  let tried = 0;
  const mayMove = (candidate: Candidate, promotion: Promotion, to: Move["to"]): boolean => {
    const choice = candidate.choices[to.rank - 1];
    if (choice === undefined || vacancies.lacksPlace({ ...to, choice }, promotion) || ++tried > MOST_MOVES) return false;
    const moves = [{ from: serving.get(candidate.id) ?? null, to }];
    const after = bench.valueAfter(moves, tier);
    return typeof after === "number" && typeof before === "number" && after > before && bench.allows(moves, index);
  };
  return (promotion) =>
    casefile.round.candidates.some(
      (candidate) =>
        !vacancies.lacksSeat(candidate, promotion) &&
        ineligibility(candidate, casefile).length === 0 &&
        servicesAbroad(candidate, promotion, casefile).some((to) => mayMove(candidate, promotion, to)),
    );
}

/** Whether so many persons could serve in a promotion in another Region, places and seats aside. */
function couldCross(promotion: Promotion, persons: number, casefile: Casefile): boolean {
  let found = 0;
  return casefile.round.candidates.some((candidate) => {
    if (servicesAbroad(candidate, promotion, casefile).length > 0) found++;
    return found >= persons;
  });
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
  const possible = without.filter((promotion) => couldCross(promotion, crossRegion.minimum, casefile));
  if (possible.length > 0 && possible.some(reachOf(tier, examined))) return foundOnAll("violated", "promotions", held.length);
  if (possible.length === 0 || result.tiers[tier]?.quality === "proven-optimal") {
    return foundOnAll("holds", "promotions", held.length);
  }
  return {
    standing: "not-measured",
    measured: { subject: "promotions", checked: held.length - possible.length, of: held.length },
  };
};
