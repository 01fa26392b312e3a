import type { ObjectiveId } from "../../domain/policy.ts";
import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { bandOf } from "../../model/band.ts";
import { at, type Instance } from "../../model/instance.ts";
import { arcsBarredByPins } from "../../rules/pins.ts";
import { type CouplingRow, candidateRows, elsewhereRows, isLargestDelay, lockRow, placeRows, wholeBound } from "./coupling.ts";
import { type PromotionBlock, promotionBlock } from "./promotion-block.ts";

/** The entry of a tier that left a lock, both counted from 0. */
interface Lock {
  readonly tier: number;
  readonly entry: number;
}

/**
 * The lock of regional balance: sum over Regions of the distance of x[r] to [lower[n], upper[n]] <= most, for n placements; members
 * counted are subtracted from the ends.
 */
export interface RegionLock {
  readonly regions: readonly string[];
  /** Region of each arc, or -1 where it has no target. */
  readonly regionOf: Int8Array;
  /** By Region, for every n from `fewest` on. */
  readonly bands: readonly (readonly (readonly [number, number])[])[];
  readonly fewest: number;
  readonly most: number;
  /** The lock that says so; `null` where it is an obligation. */
  readonly lock: Lock | null;
}

/** The lock on cross-region: at least `fewest` promotions are held and have `wanted` persons serving elsewhere. */
export interface ElsewhereLock {
  readonly wanted: number;
  readonly fewest: number;
  /** Members of each promotion serving elsewhere, up to those wanted. */
  readonly members: readonly number[];
  readonly lock: Lock;
}

/**
 * What a stage asks of the promotions together, once the choice within each is left to its block:
 *
 *     min  constant + sum cost[a] x[a] + weight * sum over p of deviation[p] + sum over p of max(0, deviation[p] - cap) * over
 *
 * under rows between promotions, the locks on Regions and on persons serving elsewhere, and sum of deviation <= `mostOutside`. A relaxation of the stage: the rule that no
 * seat is left idle and locks of other shapes are left out.
 */
export interface Relaxation {
  readonly instance: Instance;
  readonly blocks: readonly PromotionBlock[];
  readonly rows: readonly CouplingRow[];
  readonly balance: RegionLock | null;
  readonly elsewhere: ElsewhereLock | null;
  readonly cost: Float64Array;
  readonly constant: number;
  readonly weight: number;
  readonly cap: number;
  readonly over: number;
  readonly mostOutside: number;
  /** What one placement counts in the objective, on average where it counts at all: prices are of this order. */
  readonly unit: number;
  /** Price of a person outside a band that must be kept: any price is valid, a high one says more. */
  readonly forbidden: number;
  /** The lock that says so. */
  readonly totalLock: Lock | null;
  /** Names of the dimensions, in the policy's order. */
  readonly dimensions: readonly string[];
}

/** Units that a person outside a band that must be kept is priced at. */
const FORBIDDEN_UNITS = 64;

/**
 * The relaxation of a stage that minimises the total outside the bands. See `withThreshold` for the worst promotion.
 */
export function relaxStage(instance: Instance, locks: readonly StageLock[], objective: StageObjective): Relaxation {
  const barred = new Set([...arcsBarredByPins(instance), ...locks.flatMap((lock) => arcsBeyond(instance, lock))]);
  const usable = (arc: number) => !barred.has(arc);
  const blocks = instance.round.promotions.flatMap((_, p) => promotionBlock(instance, p, barred) ?? []);
  const only = (lock: StageLock, id: ObjectiveId) => lock.stage.objectives.length === 1 && lock.stage.objectives[0] === id;
  const worst = locks.find((lock) => only(lock, "worst-promotion"));
  const total = locks.find((lock) => only(lock, "representativeness"));
  const regional = locks.find((lock) => only(lock, "regional-balance"));
  const hard = instance.round.policy.regionalBalance?.mode === "hard";
  const elsewhere = elsewhereLock(
    instance,
    locks.find((lock) => only(lock, "cross-region")),
  );
  const promotions = elsewhere === null ? [] : blocks.map(({ promotion }) => promotion);
  return {
    instance,
    blocks,
    rows: [
      ...candidateRows(instance, usable),
      ...placeRows(instance),
      ...locks.flatMap((lock) => lockRow(instance, lock) ?? []).filter((row) => row.arcs.length > 0),
      ...elsewhereRows(instance, promotions, usable),
    ],
    balance: hard || regional !== undefined ? regionLock(instance, locks, hard ? null : (regional ?? null)) : null,
    elsewhere,
    ...objective,
    cap: worst?.limit ?? Infinity,
    over: FORBIDDEN_UNITS * objective.unit,
    forbidden: FORBIDDEN_UNITS * objective.unit,
    mostOutside: total?.limit ?? Infinity,
    totalLock: total?.stage ?? null,
    dimensions: (instance.round.policy.representativeness ?? []).map(({ dimension }) => dimension),
  };
}

/** Locks of one objective that a relaxation keeps although they are no sums over arcs. */
const KEPT: readonly (ObjectiveId | undefined)[] = ["worst-promotion", "representativeness", "regional-balance", "cross-region"];

/** Whether a relaxation has prices for a lock; that on the largest delay closes arcs instead. */
export function isPriced(instance: Instance, lock: StageLock): boolean {
  const { objectives } = lock.stage;
  return (objectives.length === 1 && KEPT.includes(objectives[0])) || lockRow(instance, lock) !== null;
}

/** What a stage counts, less being better. */
export type StageObjective = Pick<Relaxation, "cost" | "constant" | "weight" | "unit">;

/** For questions without a value of their own. */
export const nothingCounted = (instance: Instance): StageObjective => ({
  cost: new Float64Array(instance.arcs.count),
  constant: 0,
  weight: 0,
  unit: 1,
});

/** What a stage counts per arc and per person outside a band, less being better; `null` where it counts anything else. */
export function objectiveOf({ arcs }: Instance, { parts }: Stage): StageObjective | null {
  const cost = new Float64Array(arcs.count);
  let [constant, weight] = [0, 0];
  for (const { id, factor, sum } of parts) {
    if (id === "representativeness") weight += factor;
    else if (sum === null) return null;
    else {
      const { weights, marked, constant: always } = sum();
      constant += factor * always;
      for (let arc = 0; arc < cost.length; arc++) {
        cost[arc] = at(cost, arc) + factor * (at(weights, arcs.openingOf(arc)) + (marked.get(arc) ?? 0));
      }
    }
  }
  if (weight < 0) return null;
  const counted = cost.filter((one) => one !== 0).map(Math.abs);
  const mean = counted.length === 0 ? 0 : counted.reduce((sum, one) => sum + one, 0) / counted.length;
  return { cost, constant, weight, unit: Math.ceil(Math.max(1, weight, mean)) };
}

/**
 * The relaxation of the question whether every promotion can keep within `worst` persons outside: its value is 0 if they can. (For a
 * stage that minimises the worst promotion.)
 */
export function withThreshold(relaxation: Relaxation, worst: number): Relaxation {
  return { ...relaxation, weight: 0, cap: worst, over: 1 };
}

/**
 * Arcs beyond a lock on the largest delay. (Arcs that alone break a lock on a sum are left to its price: who adds a certificate up again
 * takes out no possibility for it.)
 */
function arcsBeyond({ arcs }: Instance, { stage, limit }: StageLock): readonly number[] {
  return isLargestDelay(stage) ? arcs.where(({ delayDays }) => delayDays > limit) : [];
}

function elsewhereLock({ round, membersElsewhere }: Instance, lock: StageLock | undefined): ElsewhereLock | null {
  if (lock === undefined) return null;
  const wanted = round.policy.crossRegion?.minimum ?? 1;
  return { wanted, fewest: lock.limit, members: membersElsewhere.map((count) => Math.min(count, wanted)), lock: lock.stage };
}

function regionLock(instance: Instance, locks: readonly StageLock[], lock: StageLock | null): RegionLock | null {
  const balance = instance.round.policy.regionalBalance;
  if (balance === null) return null;
  const everybody = instance.arcs.people;
  const placed = locks.find(({ stage }) => stage.objectives.includes("placed"));
  const [fewest, largest] = [placed?.limit ?? 0, Math.min(everybody, wholeBound(placed?.bound ?? everybody))];
  const members = balance.count === "in-service" ? instance.memberRegions : [];
  const regions = Object.keys(balance.targets).sort();
  const bands = regions.map((region) => {
    const already = members.filter((other) => other === region).length;
    return Array.from({ length: largest - fewest + 1 }, (_, i) => {
      const [lower, upper] = bandOf(balance.targets[region] ?? 0, balance.tolerance, members.length + fewest + i);
      return [lower - already, upper - already] as const;
    });
  });
  return {
    regions,
    regionOf: Int8Array.from(instance.arcs, ({ region }) => regions.indexOf(region)),
    bands,
    fewest,
    most: lock?.limit ?? 0,
    lock: lock?.stage ?? null,
  };
}
