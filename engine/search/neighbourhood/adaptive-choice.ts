import { at } from "../../model/instance.ts";
import type { Random } from "../random.ts";

/** Draws among ways to do something, the ones that have helped of late more often. */
export interface AdaptiveChoice {
  draw(random: Random): number;
  /** `gain`: what the way drawn brought, from 0 (nothing) to 1. */
  reward(way: number, gain: number): void;
}

/** How much of a weight the last reward makes up. */
const REACTION = 0.2;
/** No way is ever given up. */
const LEAST_WEIGHT = 0.1;

/** Roulette with weights that follow the rewards (adaptive large-neighbourhood search, Ropke and Pisinger 2006). */
export function adaptiveChoice(ways: number): AdaptiveChoice {
  const weights = new Float64Array(ways).fill(1);
  return {
    draw: (random) => {
      let left = random.unit() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let way = 0; way < ways; way++) {
        left -= at(weights, way);
        if (left < 0) return way;
      }
      return ways - 1;
    },
    reward: (way, gain) => {
      weights[way] = Math.max(LEAST_WEIGHT, (1 - REACTION) * at(weights, way) + REACTION * gain);
    },
  };
}
