import type { ObjectiveId, Sense, Tier } from "../domain/policy.ts";
import type { ArcSum } from "../model/arc-sum.ts";
import type { Draft } from "../model/draft.ts";
import { type Reading, weightedReading } from "../model/gauge.ts";
import { at, type Instance } from "../model/instance.ts";
import { type LinearExpression, weightedSum } from "../model/linear-expression.ts";
import { OBJECTIVES } from "../objectives/catalogue.ts";
import type { Entry } from "../objectives/objective.ts";

/** One objective's entry in a stage. `factor` is its weight in the sense in which less is better: negative where it is maximised. */
export interface StagePart {
  readonly id: ObjectiveId;
  readonly factor: number;
  /** The entry as a plain sum over arcs, where it is one. */
  readonly sum: (() => ArcSum) | null;
}

/** One number to optimise: a tier, or one entry of a tier whose value is a list. */
export interface Stage {
  /** Index of the tier in the policy, and of the entry in its list. */
  readonly tier: number;
  readonly entry: number;
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  readonly expression: (draft: Draft) => LinearExpression;
  /** What the expression adds up. */
  readonly parts: readonly StagePart[];
  /** A value nobody can beat, known without optimising. */
  readonly ideal: number;
  /** How a search follows the value arc by arc. */
  readonly reading: () => Reading;
}

const known = new WeakMap<Instance, readonly Stage[]>();

/**
 * The stages of a policy in order of precedence. Merged objectives add up with their weights, in the sense of the first; those of
 * the opposite sense count negatively. Made once per instance: what they read off it is worked out once for everybody who asks.
 */
export function stagesOf(instance: Instance): readonly Stage[] {
  const stages = known.get(instance) ?? makeStages(instance);
  known.set(instance, stages);
  return stages;
}

function makeStages(instance: Instance): readonly Stage[] {
  return instance.round.policy.tiers.flatMap((tier, index) =>
    tier.objectives.length === 1 ? single(tier, index, instance) : [merged(tier, index, instance)],
  );
}

/** Which way a tier is better: as its first objective. */
export function senseOf(tier: Tier, instance: Instance): Sense {
  return OBJECTIVES[at(tier.objectives, 0)].sense(instance);
}

const towardsLess = (sense: Sense) => (sense === "minimise" ? 1 : -1);

function single(tier: Tier, index: number, instance: Instance): readonly Stage[] {
  const objective = OBJECTIVES[at(tier.objectives, 0)];
  return objective.entries(instance).map((entry, position) => ({
    tier: index,
    entry: position,
    objectives: tier.objectives,
    sense: objective.sense(instance),
    expression: entry.expression,
    parts: [{ id: objective.id, factor: towardsLess(objective.sense(instance)), sum: sumOfEntry(entry, instance) }],
    ideal: entry.ideal(instance),
    reading: once(() => entry.reading(instance)),
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
    parts: objectives.map(({ id }, i) => {
      return { id, factor: towardsLess(sense) * at(weights, i), sum: sumOfEntry(at(entries, i), instance) };
    }),
    ideal: entries.reduce((sum, entry, i) => sum + at(weights, i) * entry.ideal(instance), 0),
    reading: once(() =>
      weightedReading(
        entries.map((entry) => entry.reading(instance)),
        weights,
      ),
    ),
  };
}

const sumOfEntry = ({ sum }: Entry, instance: Instance): StagePart["sum"] => (sum === undefined ? null : () => sum(instance));

/** Works it out when first asked for, and remembers it. */
function once(make: () => Reading): () => Reading {
  let made: Reading | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
