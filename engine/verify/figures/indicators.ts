import type { Indicators } from "../../domain/result.ts";
import type { Casefile } from "../casefile.ts";
import { heldCompositions } from "../composition.ts";
import { ineligibility } from "../eligibility.ts";
import { delayDays } from "../nearest-date.ts";
import { rankProfile } from "../objectives/wishes.ts";

/** The share of persons inside their bands, over the promotions in which this round places someone. */
function shareInside(casefile: Casefile): number {
  const held = heldCompositions(casefile);
  const persons = held.reduce((sum, { size }) => sum + size, 0);
  const outside = held.reduce((sum, { deviation }) => sum + deviation, 0);
  const dimensions = casefile.round.policy.representativeness?.length ?? 0;
  return persons * dimensions === 0 ? 1 : Math.max(0, 1 - outside / (persons * dimensions));
}

/** The round in seven figures. */
export function indicatorFigures(casefile: Casefile): Indicators {
  const { round, services } = casefile;
  const deferred = services.filter((service) => delayDays(service, casefile) > 0).length;
  const ineligible = round.candidates.filter((candidate) => ineligibility(candidate, casefile).length > 0).length;
  return {
    ranks: rankProfile(casefile),
    placed: services.length - deferred,
    deferred,
    reserve: round.candidates.length - services.length - ineligible,
    ineligible,
    representativeness: shareInside(casefile),
  };
}
