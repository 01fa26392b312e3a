import type { Outcome, Result } from "../../../engine/domain/result.ts";
import type { CandidateJson, MissionJson, PromotionJson, RoundJson } from "../../../engine/input/round-schema.ts";

/** A round and its result with everything found by id. */
export interface Joined {
  readonly round: RoundJson;
  readonly result: Result;
  readonly candidates: ReadonlyMap<string, CandidateJson>;
  readonly missions: ReadonlyMap<string, MissionJson>;
  readonly promotions: ReadonlyMap<string, PromotionJson>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Who serves in a promotion by this round, by promotion. */
  readonly served: ReadonlyMap<string, readonly Served[]>;
}

/** An outcome with a place. */
export type Served = Extract<Outcome, { promotion: string }>;

export function isServed(outcome: Outcome): outcome is Served {
  return outcome.outcome === "placed" || outcome.outcome === "deferred";
}

/** Puts a round and its result side by side; made once per result. */
export function join(round: RoundJson, result: Result): Joined {
  const served = result.outcomes.filter(isServed);
  return {
    round,
    result,
    candidates: byId(round.candidates),
    missions: byId(round.missions),
    promotions: byId(round.promotions),
    outcomes: new Map(result.outcomes.map((outcome) => [outcome.candidate, outcome])),
    served: Map.groupBy(served, ({ promotion }) => promotion),
  };
}

function byId<Entity extends { readonly id: string }>(list: readonly Entity[]): ReadonlyMap<string, Entity> {
  return new Map(list.map((entity) => [entity.id, entity]));
}
