import type { Candidate, Promotion } from "../domain/round.ts";
import { type Attendance, attendances, type Days, daysOf } from "./attendance.ts";
import type { Casefile } from "./casefile.ts";
import type { Wish } from "./fits.ts";

/** What one more person would lack in these placements; a person's own place counts as free for them. */
export interface Vacancies {
  /** No free seat, or a promotion not held that would stay below its minimum size. */
  readonly lacksSeat: (candidate: Candidate, promotion: Promotion) => boolean;
  /** Every place of a mission or host taken on some day of the service. */
  readonly lacksPlace: (wish: Wish, promotion: Promotion) => boolean;
}

function peak(days: readonly Days[], { start, end }: Promotion): number {
  const during = days.filter(({ from, until }) => from <= end && start <= until);
  return during.reduce((most, { persons }) => Math.max(most, persons), 0);
}

/** Reads the vacancies off the placements of a case; peaks are worked out once per mission or host and promotion. */
export function vacanciesOf(casefile: Casefile): Vacancies {
  const all = attendances(casefile);
  const [missions, hosts] = (["mission", "host"] as const).map(
    (kind) => new Map(all.filter((attendance) => attendance.kind === kind).map((attendance) => [attendance.id, attendance])),
  );
  const promotionOf = new Map(casefile.services.map((service) => [service.candidate.id, service.promotion.id]));
  const peaks = new Map<Attendance, { days: readonly Days[]; peaks: Map<string, number> }>();

  function peakWithEverybody(attendance: Attendance, promotion: Promotion): number {
    const known = peaks.get(attendance) ?? { days: daysOf(attendance), peaks: new Map<string, number>() };
    peaks.set(attendance, known);
    const found = known.peaks.get(promotion.id) ?? peak(known.days, promotion);
    known.peaks.set(promotion.id, found);
    return found;
  }

  function isFull(attendance: Attendance | undefined, candidate: Candidate, promotion: Promotion): boolean {
    if (attendance === undefined) return true;
    const everybody = peakWithEverybody(attendance, promotion);
    if (everybody < attendance.places) return false;
    const others = attendance.stays.filter((stay) => stay.candidate !== candidate.id);
    if (others.length === attendance.stays.length) return true;
    return peak(daysOf({ stays: others }), promotion) >= attendance.places;
  }

  return {
    lacksSeat: (candidate, { id, members, maxSize, minSize, keepFree, mustHold }) => {
      const placed = casefile.placedIn.get(id)?.length ?? 0;
      const others = promotionOf.get(candidate.id) === id ? placed - 1 : placed;
      const joined = members.length + others + 1;
      return joined > maxSize - keepFree || (others === 0 && !mustHold && joined < minSize);
    },
    lacksPlace: (wish, promotion) =>
      wish.missions.some(({ id }) => isFull(missions?.get(id), wish.candidate, promotion)) ||
      wish.hosts.some(({ id }) => isFull(hosts?.get(id), wish.candidate, promotion)),
  };
}
