import { isOfComposition } from "../../domain/composition.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { at, type Instance } from "../../model/instance.ts";
import { type Features, featuresOf } from "./features.ts";
import type { Network } from "./network.ts";

/**
 * A stage's value, or a lock's, over the arcs, in the sense in which less is better:
 *
 *     constant + sum of weights[j] * x[j] + regions * (persons outside the Regions' bands) + lowSkilled * (persons missing)
 *         - elsewhere * (promotions with enough persons serving elsewhere)
 *
 * What it leaves out (persons outside the promotions' bands) is 0 or more.
 */
export interface Terms {
  readonly weights: Float64Array;
  readonly constant: number;
  readonly regions: number;
  readonly lowSkilled: number;
  readonly elsewhere: number;
}

/** A row that an earlier stage left: its terms may be at most `limit`. `tier` and `entry` count from 0. */
export interface LockTerms extends Terms {
  readonly tier: number;
  readonly entry: number;
  readonly limit: number;
}

/**
 * A stage without its composition rows and without the rule on idle seats: fewer rules, so that what bounds it bounds the stage.
 * `threshold`: prove instead that no placement has all its delays below this many days.
 */
export interface Relaxation {
  readonly network: Network;
  readonly features: Features;
  readonly tier: number;
  readonly entry: number;
  /** -1 where the stage is maximised: everything here is minimised. */
  readonly sign: 1 | -1;
  readonly objective: Terms;
  readonly locks: readonly LockTerms[];
  readonly threshold: number | null;
  /** Arcs with more delay than this are out. */
  readonly mostDelay: number;
  /** Least and most placements. */
  readonly placements: readonly [number, number];
}

/** Whether a stage is the largest delay, which is bounded by thresholds. */
export function isLargestDelay({ objectives, entry }: Stage): boolean {
  return objectives[0] === "delay" && entry === 0;
}

/** Whether the relaxation says anything about a stage. */
export function canRelax({ objectives }: Stage): boolean {
  return objectives.some((id) => !isOfComposition(id) && id !== "lottery");
}

/** The relaxation of a stage under the locks of earlier ones; with a `threshold`, of its restriction to less delay. */
export function relax(network: Network, stage: Stage, locks: readonly StageLock[], threshold: number | null = null): Relaxation {
  const { instance } = network;
  const nothing: Terms = { weights: new Float64Array(network.arcs.length), constant: 0, regions: 0, lowSkilled: 0, elsewhere: 0 };
  const delays = locks.filter((lock) => isLargestDelay(lock.stage)).map(({ limit }) => limit);
  return {
    network,
    features: featuresOf(network),
    tier: stage.tier,
    entry: stage.entry,
    sign: stage.sense === "minimise" ? 1 : -1,
    objective: threshold === null ? termsOf(network, stage) : nothing,
    locks: locks
      .filter((lock) => canRelax(lock.stage) && !isLargestDelay(lock.stage))
      .map(({ stage: earlier, limit }) => {
        const { tier, entry, sense } = earlier;
        return { ...termsOf(network, earlier), tier, entry, limit: sense === "minimise" ? limit : -limit };
      }),
    threshold,
    mostDelay: Math.min(...delays, threshold === null ? Infinity : threshold - 1),
    placements: placementsRange(instance, threshold === null ? locks : []),
  };
}

/** Terms worked out so far: a stage is asked about once as the objective and then as a lock of every later one. */
const knownTerms = new WeakMap<Network, Map<Stage, Terms>>();

function termsOf(network: Network, stage: Stage): Terms {
  const ofNetwork = knownTerms.get(network) ?? new Map<Stage, Terms>();
  knownTerms.set(network, ofNetwork);
  const terms = ofNetwork.get(stage) ?? workOutTerms(network, stage);
  ofNetwork.set(stage, terms);
  return terms;
}

function workOutTerms(network: Network, { parts }: Stage): Terms {
  const weights = new Float64Array(network.arcs.length);
  const sums = { constant: 0, regions: 0, lowSkilled: 0, elsewhere: 0 };
  for (const { id, factor, sum } of parts) {
    if (isOfComposition(id)) continue;
    if (id === "regional-balance") sums.regions += factor;
    else if (id === "low-skilled") sums.lowSkilled += factor;
    else if (id === "cross-region") sums.elsewhere -= factor;
    else if (sum !== null) {
      const { weights: ofOpening, marked, constant } = sum();
      network.openings.forEach((opening, j) => {
        weights[j] =
          (weights[j] ?? 0) + factor * (at(ofOpening, opening) + (marked.size > 0 ? (marked.get(at(network.arcs, j)) ?? 0) : 0));
      });
      sums.constant += factor * constant;
    }
  }
  return { weights, ...sums };
}

/** How many placements are possible once the tier `placed` is locked; its bound holds under every later lock. */
function placementsRange(instance: Instance, locks: readonly StageLock[]): readonly [number, number] {
  const everybody = instance.arcs.people;
  const placed = locks.find(({ stage }) => stage.objectives.includes("placed"));
  return placed === undefined ? [0, everybody] : [placed.limit, Math.min(everybody, placed.bound ?? everybody)];
}
