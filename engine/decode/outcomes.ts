import type { Outcome } from "../domain/result.ts";
import type { Placement, Round } from "../domain/round.ts";
import { at, type Instance } from "../model/instance.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { firstDayTooOld } from "../rules/age.ts";
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

/** Whether the person is too old for every promotion that could start after this round's last one (Art. 10, 1°). */
function isLastChance(round: Round, candidate: number): boolean {
  const { birthDate } = at(round.candidates, candidate);
  if (birthDate === null || round.promotions.length === 0 || !profileOf(round).rules.includes("age")) return false;
  const lastStart = Math.max(...round.promotions.map(({ start }) => start));
  return firstDayTooOld(birthDate, round.policy.ageLimit) <= lastStart + 1;
}

/** Exactly one outcome per candidate of the round, in its order. */
export function outcomesOf(instance: Instance, arcs: readonly number[]): readonly Outcome[] {
  const chosen = new Map(arcs.map((column) => [at(instance.arcs, column).candidate, column]));
  const reasons = reasonsIn(instance, arcs);
  return instance.round.candidates.map(({ id }, candidate) => {
    const issues = at(instance.ineligibility, candidate);
    if (issues.length > 0) return { candidate: id, outcome: "ineligible", issues };
    const column = chosen.get(candidate);
    const lastChance = isLastChance(instance.round, candidate);
    if (column === undefined) {
      const reason = reasons.ofReserve(candidate);
      return { candidate: id, outcome: "reserve", reason, offer: "priority-reserve-list", lastChance };
    }
    const { choice, delayDays } = at(instance.arcs, column);
    const served = { ...placementOf(instance, column), rank: choice + 1, delayDays };
    return delayDays > 0
      ? { ...served, outcome: "deferred", reason: reasons.ofDeferral(candidate, column), lastChance }
      : { ...served, outcome: "placed", reason: null };
  });
}
