import { at } from "../../model/instance.ts";
import { constructiveStart } from "../constructive-start.ts";
import { earlierCosts } from "../earlier-costs.ts";
import type { Network } from "./network.ts";

/** What a linear program's tolerance may leave of nothing. */
const LEAST = 1e-6;

/**
 * A placement near the relaxation's answer: arcs are taken in the order of their shares as far as they fit, and the constructive start completes
 * them. Whether it is lawful and within the locks is for the caller to see. Arcs ascending.
 */
export function roundShares(network: Network, shares: Float64Array): readonly number[] {
  const { instance, openings } = network;
  const order = Array.from(network.arcs.keys()).filter((j) => at(shares, j) > LEAST);
  order.sort((a, b) => at(shares, b) - at(shares, a) || a - b);
  const preferred = order.flatMap((j) => instance.arcs.ofOpening(at(openings, j)));
  return constructiveStart(instance, earlierCosts(instance), preferred);
}
