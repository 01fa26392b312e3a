import type { Outcome } from "../domain/result.ts";
import type { Placement } from "../domain/round.ts";
import { at, type Instance } from "../model/instance.ts";
import { reasonsIn } from "./reasons.ts";

/** The placement an arc stands for. */
export function placementOf(instance: Instance, column: number): Placement {
  const { candidate, promotion, missions } = at(instance.arcs, column);
  return {
    candidate: at(instance.round.candidates, candidate).id,
    promotion: at(instance.round.promotions, promotion).id,
    missions: missions.map((mission) => at(instance.round.missions, mission).id),
  };
}

/** Exactly one outcome per candidate of the round, in its order. */
export function outcomesOf(instance: Instance, arcs: readonly number[]): readonly Outcome[] {
  const chosen = new Map(arcs.map((column) => [at(instance.arcs, column).candidate, column]));
  const reasons = reasonsIn(instance, arcs);
  return instance.round.candidates.map(({ id }, candidate) => {
    const issues = at(instance.ineligibility, candidate);
    if (issues.length > 0) return { candidate: id, outcome: "ineligible", issues };
    const column = chosen.get(candidate);
    if (column === undefined) return { candidate: id, outcome: "reserve", reason: reasons.ofReserve(candidate) };
    const { choice, delayDays } = at(instance.arcs, column);
    return {
      ...placementOf(instance, column),
      outcome: delayDays > 0 ? "deferred" : "placed",
      rank: choice + 1,
      delayDays,
      reason: delayDays > 0 ? reasons.ofDeferral(candidate, column) : null,
    };
  });
}
