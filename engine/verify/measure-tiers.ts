import type { ObjectiveId, Sense, Tier } from "../domain/policy.ts";
import type { TierFigure } from "../domain/result.ts";
import type { Placement, Round } from "../domain/round.ts";
import { type Casefile, openCasefile } from "./casefile.ts";
import type { Measure } from "./measure.ts";
import { changes } from "./objectives/changes.ts";
import { crossLanguage } from "./objectives/cross-language.ts";
import { crossRegion } from "./objectives/cross-region.ts";
import { deferralCap } from "./objectives/deferral-cap.ts";
import { delay } from "./objectives/delay.ts";
import { lottery } from "./objectives/lottery.ts";
import { lowSkilled } from "./objectives/low-skilled.ts";
import { placed } from "./objectives/placed.ts";
import { regionalBalance } from "./objectives/regional-balance.ts";
import { representativeness } from "./objectives/representativeness.ts";
import { reservePriority } from "./objectives/reserve-priority.ts";
import { wishes } from "./objectives/wishes.ts";
import { worstPromotion } from "./objectives/worst-promotion.ts";

const MEASURES: Readonly<Record<ObjectiveId, Measure>> = {
  changes,
  "cross-language": crossLanguage,
  "cross-region": crossRegion,
  "deferral-cap": deferralCap,
  delay,
  lottery,
  "low-skilled": lowSkilled,
  placed,
  "regional-balance": regionalBalance,
  representativeness,
  "reserve-priority": reservePriority,
  wishes,
  "worst-promotion": worstPromotion,
};

/** Which way an objective is better under the round's policy. */
export function objectiveSense(round: Round, id: ObjectiveId): Sense {
  return MEASURES[id].sense(round.policy);
}

/** Which way a tier is better: as its first objective. */
export function tierSense(round: Round, tier: Tier): Sense {
  const [first] = tier.objectives;
  return first === undefined ? "minimise" : objectiveSense(round, first);
}

/** The value of one objective for a list of placements; a list for the objectives solved entry by entry. */
export function measureObjective(round: Round, placements: readonly Placement[], objective: ObjectiveId): TierFigure {
  return MEASURES[objective].value(openCasefile(round, placements));
}

/** The value of one tier for the placements of a case. */
export function measureTier(casefile: Casefile, tier: Tier): TierFigure {
  const [first, ...others] = tier.objectives;
  if (first !== undefined && others.length === 0) return MEASURES[first].value(casefile);
  const sense = tierSense(casefile.round, tier);
  return tier.objectives.reduce((sum, id, index) => {
    const value = MEASURES[id].value(casefile);
    if (typeof value !== "number") throw new Error(`${id} is a list and cannot be merged with other objectives`);
    const sign = objectiveSense(casefile.round, id) === sense ? 1 : -1;
    return sum + sign * (tier.weights[index] ?? 1) * value;
  }, 0);
}

/** The value of every tier of the policy for the placements of a case. */
export function measureCase(casefile: Casefile): TierFigure[] {
  return casefile.round.policy.tiers.map((tier) => measureTier(casefile, tier));
}

/**
 * The value of every tier of the round's policy, in order. Merged objectives add up with their weights, in the sense of the
 * first: those of the opposite sense are subtracted.
 */
export function measureTiers(round: Round, placements: readonly Placement[]): TierFigure[] {
  return measureCase(openCasefile(round, placements));
}
