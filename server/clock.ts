/** The present moment as ISO-8601 in UTC, to the millisecond. */
export type Now = () => string;

/** The machine's own. */
export const now: Now = () => new Date().toISOString();

/** A moment so many seconds after another. */
export function secondsAfter(moment: string, seconds: number): string {
  return new Date(Date.parse(moment) + seconds * 1000).toISOString();
}
