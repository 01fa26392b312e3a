import type { Moment } from "./contender.ts";

/** Least seconds between two moments that differ only in the bound. */
const SPACING = 0.5;

/** Values are whole numbers; what arithmetic has lost of them is put right. */
const exact = (figure: number | null): number | null => (figure === null ? null : Math.round(figure * 1e5) / 1e5 + 0);

/** Keeps the moments in which something changed, so that a record stays small. */
export function momentKeeper(): { readonly moments: readonly Moment[]; readonly keep: (moment: Moment) => void } {
  const moments: Moment[] = [];
  const keep = (moment: Moment): void => {
    const { seconds, tier, entry } = moment;
    const [incumbent, bound] = [exact(moment.incumbent), exact(moment.bound)];
    const last = moments.at(-1);
    const fresh = last === undefined || last.tier !== tier || last.entry !== entry || last.incumbent !== incumbent;
    const moved = last !== undefined && last.bound !== bound && seconds - last.seconds >= SPACING;
    if (fresh || moved) moments.push({ seconds, tier, entry, incumbent, bound });
  };
  return { moments, keep };
}
