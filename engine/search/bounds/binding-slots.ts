import { at } from "../../model/instance.ts";
import type { Network, SlotAccount } from "./network.ts";

/** A slot whose row can bind, with the arcs that take a place there, ascending. */
interface BindingSlot {
  readonly slot: number;
  readonly arcs: number[];
}

/**
 * The slots that linear programs need rows for: more candidates than free places, and no other day of the account with all its arcs and
 * no more places.
 */
export function bindingSlots(network: Network): readonly BindingSlot[] {
  const arcsOf: number[][] = Array.from(network.free, () => []);
  const candidateOf = new Int32Array(network.arcs.length);
  for (let c = 0; c < network.forced.length; c++) candidateOf.fill(c, at(network.starts, c), at(network.starts, c + 1));
  for (let j = 0; j < network.arcs.length; j++) {
    for (let i = at(network.spanStarts, j); i < at(network.spanStarts, j + 1); i++) {
      for (let slot = at(network.spanFrom, i); slot < at(network.spanUntil, i); slot++) arcsOf[slot]?.push(j);
    }
  }
  const people = (arcs: readonly number[]) => new Set(arcs.map((j) => at(candidateOf, j))).size;
  return network.accounts.flatMap((account) =>
    undominated(account, network.free, arcsOf)
      .map((slot) => ({ slot, arcs: at(arcsOf, slot) }))
      .filter(({ slot, arcs }) => people(arcs) > at(network.free, slot)),
  );
}

/** Slots of an account that say something no other says better. */
function undominated(
  { first, days }: SlotAccount,
  free: Float64Array,
  arcsOf: readonly (readonly number[])[],
): readonly number[] {
  const slots = days.map((_, i) => first + i);
  const sets = slots.map((slot) => new Set(at(arcsOf, slot)));
  return slots.filter((slot, i) => {
    const own = at(sets, i);
    return !slots.some((other, k) => {
      if (k === i || at(free, other) > at(free, slot) || at(sets, k).size < own.size || !own.isSubsetOf(at(sets, k)))
        return false;
      return at(free, other) < at(free, slot) || at(sets, k).size > own.size || k < i;
    });
  });
}
