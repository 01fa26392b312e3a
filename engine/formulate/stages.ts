import type { ObjectiveId, Sense, Tier } from "../domain/policy.ts";
import { type Draft, startDraft } from "../model/draft.ts";
import { at, type Instance } from "../model/instance.ts";
import { type LinearExpression, weightedSum } from "../model/linear-expression.ts";
import type { Meter, Trackers } from "../model/tracker.ts";
import { sumTracker } from "../model/trackers/tallies.ts";
import { OBJECTIVES } from "../objectives/catalogue.ts";
import type { Entry } from "../objectives/objective.ts";

/** One number to optimise: a tier, or one entry of a tier whose value is a list. */
export interface Stage {
  /** Index of the tier in the policy, and of the entry in its list. */
  readonly tier: number;
  readonly entry: number;
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  readonly expression: (draft: Draft) => LinearExpression;
  /** A value nobody can beat, known without optimising. */
  readonly ideal: number;
  /** How a search follows the value arc by arc. */
  readonly meter: (trackers: Trackers) => Meter;
}

/**
 * The stages of a policy in order of precedence. Merged objectives add up with their weights, in the sense of the first; those of
 * the opposite sense count negatively.
 */
export function stagesOf(instance: Instance): readonly Stage[] {
  return instance.round.policy.tiers.flatMap((tier, index) =>
    tier.objectives.length === 1 ? single(tier, index, instance) : [merged(tier, index, instance)],
  );
}

/** Which way a tier is better: as its first objective. */
export function senseOf(tier: Tier, instance: Instance): Sense {
  return OBJECTIVES[at(tier.objectives, 0)].sense(instance);
}

function single(tier: Tier, index: number, instance: Instance): readonly Stage[] {
  const objective = OBJECTIVES[at(tier.objectives, 0)];
  return objective.entries(instance).map((entry, position) => ({
    tier: index,
    entry: position,
    objectives: tier.objectives,
    sense: objective.sense(instance),
    expression: entry.expression,
    ideal: entry.ideal(instance),
    meter: meterOf(objective.id, position, entry),
  }));
}

function merged(tier: Tier, index: number, instance: Instance): Stage {
  const objectives = tier.objectives.map((id) => OBJECTIVES[id]);
  const sense = at(objectives, 0).sense(instance);
  const weights = objectives.map((objective, i) => (objective.sense(instance) === sense ? 1 : -1) * at(tier.weights, i));
  const entries = objectives.map((objective) => at(objective.entries(instance), 0));
  return {
    tier: index,
    entry: 0,
    objectives: tier.objectives,
    sense,
    expression: (draft) =>
      weightedSum(
        entries.map((entry) => entry.expression(draft)),
        weights,
      ),
    ideal: entries.reduce((sum, entry, i) => sum + at(weights, i) * entry.ideal(instance), 0),
    meter: (trackers) => {
      const meters = entries.map((entry, i) => meterOf(at(objectives, i).id, 0, entry)(trackers));
      return () => meters.reduce((sum, meter, i) => sum + at(weights, i) * meter(), 0);
    },
  };
}

/** The entry's own meter, or the running sum of its expression where that is a plain sum over arcs. */
function meterOf(id: ObjectiveId, position: number, entry: Entry): Stage["meter"] {
  if (entry.meter !== undefined) return entry.meter;
  return ({ instance, tracker }) => {
    const { columns, coefficients, constant } = entry.expression(startDraft(instance, [0, instance.arcsOfCandidate.length]));
    const weights = new Float64Array(instance.arcs.length);
    columns.forEach((column, i) => {
      weights[column] = at(coefficients, i);
    });
    const running = tracker(`${id} ${position}`, () => sumTracker(weights));
    return () => constant + running.sum();
  };
}
