import type { RuleId } from "../domain/policy.ts";
import type { Round } from "../domain/round.ts";
import type { Patch } from "../input/patch-schema.ts";

/** What can give way, in the round's own terms: settings and numbers a planner can change. */
export type RelaxationKind =
  | "pin-dropped"
  | "promotion-not-held"
  | "promotion-min-size"
  | "promotion-max-size"
  | "mission-places"
  | "host-places"
  | "quota-min"
  | "quota-max"
  | "dimension-tolerance"
  | "region-tolerance"
  | "cross-region-minimum";

/** One number or decision that gives way, by how much, and at what price. */
export interface Relaxation {
  readonly kind: RelaxationKind;
  readonly rule: RuleId;
  readonly article: string;
  /** Ids by kind; of a pin its position in the canonical round and its candidate. */
  readonly subject: Readonly<Record<string, string>>;
  /** `null` for decisions, which have no number. */
  readonly from: number | null;
  readonly to: number | null;
  /** Persons, places, seats or decisions given way. */
  readonly by: number;
}

/** Changes that together make the round feasible, with the least sum of prices among those that were possible. */
export interface RelaxationSet {
  readonly relaxations: readonly Relaxation[];
  /** Sum of prices in thousandths: 1 per unit, and 1 + 2/quota per person for a quota, so that small groups are the last to give way. */
  readonly price: number;
  /** Nothing cheaper would do, as the model counts; else the limits ended the search. */
  readonly proven: boolean;
  /** What makes the round feasible, as the patches of a scenario; `null` where a scenario may not have as many. */
  readonly patches: readonly Patch[] | null;
}

type Policy = Round["policy"];

/** The round with the relaxations made. */
export function relaxedRound(round: Round, relaxations: readonly Relaxation[]): Round {
  return relaxations.reduce(relaxOne, withoutPins(round, relaxations));
}

/** Pins are named by position: they all go at once. */
function withoutPins(round: Round, relaxations: readonly Relaxation[]): Round {
  const dropped = new Set(relaxations.flatMap(({ kind, subject }) => (kind === "pin-dropped" ? subject.pin : [])));
  return { ...round, pins: round.pins.filter((_, index) => !dropped.has(String(index))) };
}

function relaxOne(round: Round, { kind, subject, to }: Relaxation): Round {
  const change = <T extends { readonly id: string }>(
    list: readonly T[],
    id: string | undefined,
    over: Partial<T>,
  ): readonly T[] => list.map((one) => (one.id === id ? { ...one, ...over } : one));
  const policy = (over: Partial<Policy>): Round => ({ ...round, policy: { ...round.policy, ...over } });
  const number = to ?? 0;
  switch (kind) {
    case "pin-dropped":
      return round;
    case "promotion-not-held":
      return { ...round, promotions: change(round.promotions, subject.promotion, { mustHold: false }) };
    case "promotion-min-size":
      return { ...round, promotions: change(round.promotions, subject.promotion, { minSize: number }) };
    case "promotion-max-size":
      return { ...round, promotions: change(round.promotions, subject.promotion, { maxSize: number }) };
    case "mission-places":
      return { ...round, missions: change(round.missions, subject.mission, { places: number }) };
    case "host-places":
      return { ...round, hosts: change(round.hosts, subject.host, { places: number }) };
    case "quota-min":
    case "quota-max":
    case "dimension-tolerance":
      return policy({ representativeness: relaxedDimensions(round.policy, kind, subject, number) });
    case "region-tolerance": {
      const { regionalBalance } = round.policy;
      return regionalBalance === null ? round : policy({ regionalBalance: { ...regionalBalance, tolerance: number } });
    }
    case "cross-region-minimum": {
      const { crossRegion } = round.policy;
      return crossRegion === null ? round : policy({ crossRegion: { ...crossRegion, minimum: number } });
    }
  }
}

function relaxedDimensions(
  { representativeness }: Policy,
  kind: RelaxationKind,
  { dimension: name, category = "" }: Relaxation["subject"],
  to: number,
): Policy["representativeness"] {
  return (representativeness ?? []).map((dimension) => {
    if (dimension.dimension !== name) return dimension;
    if (!("quotas" in dimension)) return { ...dimension, tolerance: to };
    const quota = dimension.quotas[category] ?? { min: 0, max: 0 };
    const relaxed = kind === "quota-min" ? { ...quota, min: to } : { ...quota, max: to };
    return { ...dimension, quotas: { ...dimension.quotas, [category]: relaxed } };
  });
}
