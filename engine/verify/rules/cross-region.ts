import { breaks, type Check } from "../check.ts";
import { compositionOf } from "../composition.ts";

/**
 * Art. 14 §2, second paragraph: where it is an obligation, at least `minimum` persons of every promotion this round places
 * someone in serve in a Region other than that of residence.
 */
export const crossRegion: Check = (casefile) => {
  const asked = casefile.round.policy.crossRegion;
  if (asked?.mode !== "hard") return [];
  return casefile.round.promotions
    .filter(({ id }) => casefile.placedIn.has(id))
    .map((promotion) => ({ promotion: promotion.id, persons: compositionOf(casefile, promotion).crossRegion }))
    .filter(({ persons }) => persons < asked.minimum)
    .map(({ promotion, persons }) =>
      breaks("cross-region", { promotion }, `${persons} persons serve in another Region, at least ${asked.minimum} needed`),
    );
};
