import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { assignmentRules, fits, wishesOf } from "../fits.ts";
import { nearestDate } from "../nearest-date.ts";

/** A position somebody would rather have than the one they hold. */
export interface Preference {
  readonly to: Service;
  /** Who holds it: their indices among the services of the case; empty where nobody does. */
  readonly holders: readonly number[];
}

const positionOf = ({ promotion, missions }: Service): string => JSON.stringify([promotion.id, ...missions.map(({ id }) => id)]);

/**
 * What each placed candidate prefers: a choice of their own in a promotion where it fits, better in rank or delay after the nearest date and
 * worse in neither. Whoever a pin places is left out. In the order of the services of the case.
 */
export function preferencesOf(casefile: Casefile): readonly (readonly Preference[])[] {
  const { services, round } = casefile;
  const holders = groupBy(
    services.map((service, index) => ({ key: positionOf(service), index })),
    ({ key }) => key,
  );
  const pinned = new Set(round.pins.flatMap((pin) => (pin.kind === "place" ? pin.candidate : [])));
  const rules = assignmentRules(casefile);
  return services.map((service) => {
    if (pinned.has(service.candidate.id) || service.rank === 0) return [];
    const nearest = nearestDate(service.candidate, casefile) ?? service.promotion.start;
    const delay = Math.max(0, service.promotion.start - nearest);
    const starts = casefile.starts.filter(({ day }) => day <= nearest + delay);
    return wishesOf(service.candidate, casefile).flatMap((wish, index) => {
      const rank = index + 1;
      if (rank > service.rank) return [];
      return starts.flatMap(({ day, promotions }) => {
        const later = Math.max(0, day - nearest);
        if (later > delay || (rank === service.rank && later === delay)) return [];
        return promotions.flatMap((promotion): Preference[] => {
          if (!fits(wish, promotion, rules, casefile)) return [];
          const to: Service = { ...wish, promotion, rank };
          return [{ to, holders: (holders.get(positionOf(to)) ?? []).map((holder) => holder.index) }];
        });
      });
    });
  });
}
