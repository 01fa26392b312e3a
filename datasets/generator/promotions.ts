import { MUNICIPALITIES } from "../../engine/domain/belgium/municipality.ts";
import type { Day } from "../../engine/domain/calendar.ts";
import { apportion } from "./apportion.ts";
import { type Area, areaOf, groupAreas } from "./areas.ts";
import { endOfService, FIRST_DAY, lastDay, mondayFrom } from "./horizon.ts";
import type { Knobs } from "./knobs.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";

/** A promotion before anybody is in it. */
export interface PlannedPromotion {
  readonly areas: readonly Area[];
  readonly start: Day;
  readonly end: Day;
  /** Seats this round may fill. */
  readonly seats: number;
}

/** Promotions with `seats` free seats in all, spread over zones as the applicants are, and in each zone evenly over the horizon. */
export function planPromotions(
  random: Random,
  knobs: Knobs,
  seats: number,
  months: number,
  applicants: readonly Person[],
): PlannedPromotion[] {
  const count = Math.max(1, Math.round(seats / knobs.seatsPerPromotion));
  const zones = groupAreas(count);
  const weights = zoneWeights(knobs, zones, applicants);
  const seatsOf = apportion(seats, weights);
  const countOf = apportion(count, weights).map((share) => Math.max(1, share));
  return zones.flatMap((areas, zone) => {
    const starts = drawStarts(random, countOf[zone] ?? 1, months);
    const filled = apportion(
      seatsOf[zone] ?? 0,
      starts.map(() => random.whole(85, 115)),
    );
    return starts.flatMap((start, index) => {
      const free = filled[index] ?? 0;
      return free === 0 ? [] : [{ areas, start, end: endOfService(start), seats: free }];
    });
  });
}

const INHABITANTS = MUNICIPALITIES.reduce((sum, { inhabitants2020 }) => sum + inhabitants2020, 0);

/** A blend of each zone's part of the applicants and of the inhabitants, in parts of 1,000,000. */
function zoneWeights(knobs: Knobs, zones: readonly (readonly Area[])[], applicants: readonly Person[]): number[] {
  return zones.map((areas) => {
    const living = applicants.filter(({ home }) => areas.includes(areaOf(home))).length;
    const inhabitants = areas
      .flatMap((area) => area.municipalities)
      .reduce((sum, { inhabitants2020 }) => sum + inhabitants2020, 0);
    const byInhabitants = knobs.seatsByInhabitants * Math.floor((10_000 * inhabitants) / INHABITANTS);
    const byApplicants = (100 - knobs.seatsByInhabitants) * Math.floor((10_000 * living) / applicants.length);
    return byInhabitants + byApplicants;
  });
}

/** Mondays, the first two to four weeks into the round, the others at even distances. */
function drawStarts(random: Random, count: number, months: number): Day[] {
  const first = FIRST_DAY + 14;
  const last = lastDay(months) - 6;
  return Array.from({ length: count }, (_, index) => {
    const day = first + Math.floor((index * (last - first)) / count) + random.whole(0, 13);
    return mondayFrom(Math.min(day, last));
  });
}
