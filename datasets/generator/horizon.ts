import { addMonths, type Day, parseDay } from "../../engine/domain/calendar.ts";

/** The first day of every generated round; the first promotions start two to four weeks later. */
export const FIRST_DAY: Day = dayOf("2026-09-01");

/** Last day on which a promotion of a round over `months` months may start. */
export function lastDay(months: number): Day {
  return addMonths(FIRST_DAY, months) - 1;
}

/** The day of a literal date; an `Error` when it is none. */
export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no date`);
  return day;
}

/** The last day of a service of six months that starts on `start` (Art. 16 §1). */
export function endOfService(start: Day): Day {
  return addMonths(start, 6) - 1;
}

/** The first Monday on or after `day`; 1970-01-01 was a Thursday. */
export function mondayFrom(day: Day): Day {
  return day + ((11 - (day % 7)) % 7);
}
