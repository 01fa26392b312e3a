import { at } from "../../model/instance.ts";
import type { Relaxation } from "./relaxation.ts";

/** The lock on cross-region among the multipliers: y[p] of a person serving elsewhere, in the last of the rows between promotions, and e, the last of all. */
function pricesOf({ rows, blocks }: Relaxation, multipliers: Float64Array, p: number): readonly [number, number] {
  return [at(multipliers, rows.length - blocks.length + p), at(multipliers, multipliers.length - 1)];
}

/** What holding each block's promotion costs besides its composition: min(0, wanted * y[p] - e) - members[p] * y[p]. */
export function heldCosts(relaxation: Relaxation, multipliers: Float64Array): Float64Array {
  const { blocks, elsewhere } = relaxation;
  return Float64Array.from(blocks, ({ promotion }, p) => {
    if (elsewhere === null) return 0;
    const [y, e] = pricesOf(relaxation, multipliers, p);
    return Math.min(0, elsewhere.wanted * y - e) - at(elsewhere.members, promotion) * y;
  });
}

/** What the lock is worth by itself: e * fewest. */
export function elsewhereWorth({ elsewhere }: Relaxation, multipliers: Float64Array): number {
  return elsewhere === null ? 0 : at(multipliers, multipliers.length - 1) * elsewhere.fewest;
}

/** Adds what promotions that are held (`isHeld`, parallel to the blocks) do to the slopes in y, and sets that in e. */
export function addElsewhereSlopes(
  relaxation: Relaxation,
  multipliers: Float64Array,
  isHeld: readonly boolean[],
  slopes: Float64Array,
): void {
  const { rows, blocks, elsewhere } = relaxation;
  if (elsewhere === null) return;
  let met = 0;
  blocks.forEach(({ promotion }, p) => {
    if (isHeld[p] !== true) return;
    const [y, e] = pricesOf(relaxation, multipliers, p);
    const counts = elsewhere.wanted * y <= e;
    if (counts) met += 1;
    const i = rows.length - blocks.length + p;
    slopes[i] = at(slopes, i) + (counts ? elsewhere.wanted : 0) - at(elsewhere.members, promotion);
  });
  slopes[multipliers.length - 1] = elsewhere.fewest - met;
}
