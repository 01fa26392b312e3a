import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { nearestDate } from "../nearest-date.ts";
import { type Opening, openingsOf } from "../openings.ts";

/** A position somebody would rather have than the one they hold, and who holds it: their indices among the services of the case. */
export interface Preference {
  readonly to: Service;
  readonly holders: readonly number[];
}

/** What the placed candidates prefer, in the order of the services of the case. */
export interface Preferences {
  /** Positions that others hold. */
  readonly held: readonly (readonly Preference[])[];
  /** All that the candidate of a service prefers, held or not. */
  readonly openings: (index: number) => readonly Opening[];
}

const missionsOf = ({ missions }: Pick<Service, "missions">): string => JSON.stringify(missions.map(({ id }) => id));

/** Choices of a candidate's own where they fit, better in rank or delay after the nearest date and worse in neither. */
function preferredTo(service: Service, casefile: Casefile): readonly Opening[] {
  const nearest = nearestDate(service.candidate, casefile) ?? service.promotion.start;
  const delay = Math.max(0, service.promotion.start - nearest);
  return openingsOf(service.candidate, casefile).filter(({ rank, group }) => {
    const later = Math.max(0, group.start - nearest);
    return rank <= service.rank && later <= delay && (rank < service.rank || later < delay);
  });
}

/** What each placed candidate prefers. Whoever a pin places is left out. */
export function preferencesOf(casefile: Casefile): Preferences {
  const { services, round } = casefile;
  const serving = groupBy(
    services.map((service, index) => ({ service, index })),
    ({ service }) => missionsOf(service),
  );
  const pinned = new Set(round.pins.flatMap((pin) => (pin.kind === "place" ? pin.candidate : [])));
  const openings = (index: number): readonly Opening[] => {
    const service = services[index];
    const stays = service === undefined || pinned.has(service.candidate.id) || service.rank === 0;
    return stays ? [] : preferredTo(service, casefile);
  };
  const held = services.map((_, index) =>
    openings(index).flatMap(({ wish, rank, group }) => {
      const there = (serving.get(missionsOf(wish)) ?? []).filter(({ service }) => group.promotions.includes(service.promotion));
      return [...groupBy(there, ({ service }) => service.promotion)].map(([promotion, holders]): Preference => {
        return { to: { ...wish, promotion, rank }, holders: holders.map((holder) => holder.index) };
      });
    }),
  );
  return { held, openings };
}
