import { at, type Instance } from "../../model/instance.ts";
import type { Random } from "../random.ts";
import { constructiveStart } from "./constructive-start.ts";
import { earlierCosts } from "./earlier-costs.ts";

/** What tolerances may leave of nothing. */
const LEAST = 1e-6;

/** Part of a share that is left to chance where it is shaken. */
const SHAKE = 0.4;

/**
 * A placement near the answer of a relaxation: what it chose is taken in the order of its shares as far as it fits (`arcsOf`: the arcs that a share stands
 * for), those `kept` before all others, and completed by hand. With `random` the shares are shaken a little: of many placements near an answer some lose
 * less than others. Whether it keeps rules and locks is for the caller to see. Arcs ascending.
 */
export function startNear(
  instance: Instance,
  shares: Float64Array,
  arcsOf: (choice: number) => readonly number[],
  random?: Random,
  kept: readonly number[] = [],
): readonly number[] {
  const order = Array.from(shares.keys()).filter((choice) => at(shares, choice) > LEAST);
  const shaken = random === undefined ? shares : shares.map((share) => share * (1 + SHAKE * (random.unit() - 0.5)));
  order.sort((a, b) => at(shaken, b) - at(shaken, a) || a - b);
  return constructiveStart(instance, earlierCosts(instance), [...kept, ...order.flatMap(arcsOf)]);
}
