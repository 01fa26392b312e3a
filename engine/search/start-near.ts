import { at, type Instance } from "../model/instance.ts";
import { constructiveStart } from "./constructive-start.ts";
import { earlierCosts } from "./earlier-costs.ts";

/** What tolerances may leave of nothing. */
const LEAST = 1e-6;

/**
 * A placement near the answer of a relaxation: what it chose is taken in the order of its shares as far as it fits (`arcsOf`: the arcs that a share stands
 * for), and completed by hand. Whether it keeps rules and locks is for the caller to see. Arcs ascending.
 */
export function startNear(
  instance: Instance,
  shares: Float64Array,
  arcsOf: (choice: number) => readonly number[],
): readonly number[] {
  const order = Array.from(shares.keys()).filter((choice) => at(shares, choice) > LEAST);
  order.sort((a, b) => at(shares, b) - at(shares, a) || a - b);
  return constructiveStart(instance, earlierCosts(instance), order.flatMap(arcsOf));
}
