/** A civil day as the number of days since 1970-01-01 (proleptic Gregorian calendar, no time zone). */
export type Day = number;

/** An inclusive span of days; an end that is left open is plus or minus infinity. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD` of the years 1900 to 2199; `null` when the text is no such day (2027-02-29, 2026-13-01). */
export function parseDay(text: string): Day | null {
  if (!ISO_DAY.test(text)) return null;
  const month = Number(text.slice(5, 7)) - 1;
  const date = new Date(Date.UTC(Number(text.slice(0, 4)), month, Number(text.slice(8))));
  // A day or month that does not exist has rolled over into another month.
  return date.getUTCMonth() === month ? date.getTime() / MS_PER_DAY : null;
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The day `months` calendar months after `day`. Where that month has no such day the count is complete on the first day of
 * the next month: who is born on 29 February turns 18 on 1 March of a common year.
 */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * MS_PER_DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const fits = date.getUTCDate() <= lastOfMonth;
  return (fits ? Date.UTC(year, month, date.getUTCDate()) : Date.UTC(year, month + 1, 1)) / MS_PER_DAY;
}

/** Whether two inclusive periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.until && b.from <= a.until;
}

/** Whether `outer` contains every day of `inner`. */
export function covers(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.until <= outer.until;
}
