import { sameMissions } from "../casefile.ts";
import type { Measure } from "../measure.ts";

/** Repair: published candidates who are unplaced, or whose promotion or missions differ. */
export const changes: Measure = {
  sense: () => "minimise",
  value: ({ round, services }) => {
    const kept = new Map(services.map((service) => [service.candidate.id, service]));
    return round.published.filter(({ candidate, promotion, missions }) => {
      const now = kept.get(candidate);
      return (
        now === undefined ||
        now.promotion.id !== promotion ||
        !sameMissions(
          now.missions.map(({ id }) => id),
          missions,
        )
      );
    }).length;
  },
};
