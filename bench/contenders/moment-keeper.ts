import type { Moment } from "./contender.ts";

/** Least seconds between two moments that differ only in the bound. */
const SPACING = 0.5;

/** Keeps the moments in which something changed, so that a record stays small. */
export function momentKeeper(): { readonly moments: readonly Moment[]; readonly keep: (moment: Moment) => void } {
  const moments: Moment[] = [];
  const keep = ({ seconds, tier, incumbent, bound }: Moment): void => {
    const last = moments.at(-1);
    const fresh = last === undefined || last.tier !== tier || last.incumbent !== incumbent;
    const moved = last !== undefined && last.bound !== bound && seconds - last.seconds >= SPACING;
    if (fresh || moved) moments.push({ seconds, tier, incumbent, bound });
  };
  return { moments, keep };
}
