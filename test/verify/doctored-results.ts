import type { ObjectiveId, Policy } from "../../engine/domain/policy.ts";
import type { Outcome, Result } from "../../engine/domain/result.ts";
import type { Placement, Round } from "../../engine/domain/round.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { examineResult } from "../../engine/verify/verify-result.ts";
import { WORKED_RESULT } from "./worked-result.ts";

export const tiers = (...ids: ObjectiveId[]): Policy["tiers"] =>
  ids.map((id) => ({ objectives: [id], weights: [1], allowance: { absolute: 0 } }));

/** A result with some placements, its figures taken from `WORKED_RESULT`: of interest are only the guarantees about placements. */
export function resultOf(given: Round, placements: readonly Placement[], over: Partial<Result> = {}): Result {
  const values = measureTiers(given, placements);
  const outcomes = given.candidates.map(({ id }): Outcome => {
    const placed = placements.find((placement) => placement.candidate === id);
    return placed === undefined
      ? {
          candidate: id,
          outcome: "reserve",
          reason: { code: "not-established" },
          offer: "priority-reserve-list",
          lastChance: false,
        }
      : { ...placed, outcome: "placed", rank: 1, delayDays: 0, reason: null };
  });
  const reported = given.policy.tiers.map(({ objectives }, index) => {
    return {
      objectives,
      sense: "minimise" as const,
      value: values[index] ?? 0,
      bound: null,
      gap: null,
      quality: "feasible" as const,
    };
  });
  return { ...WORKED_RESULT, outcomes, tiers: reported, locks: [], ...over };
}

export const standing = (given: Round, result: Result) => examineResult(given, result).guarantees;
export const measured = (given: Round, result: Result) => examineResult(given, result).measured;
