import type { Reason } from "../domain/reason.ts";
import type { Outcome } from "../domain/result.ts";
import type { Placement, Round } from "../domain/round.ts";
import { at, type Instance } from "../model/instance.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { firstDayTooOld } from "../rules/age.ts";

/** The placement an arc stands for. */
export function placementOf(instance: Instance, column: number): Placement {
  const { candidate, promotion, missions } = instance.arcs.get(column);
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

/** Exactly one outcome per candidate of the round, in its order; `reasons`: of those who wait although a choice fits somewhere. */
export function outcomesOf(
  instance: Instance,
  arcs: readonly number[],
  reasons: ReadonlyMap<number, Reason>,
): readonly Outcome[] {
  const reasonOf = (candidate: number): Reason => reasons.get(candidate) ?? { code: "not-established" };
  const chosen = new Map(arcs.map((column) => [instance.arcs.candidateOf(column), column]));
  return instance.round.candidates.map(({ id }, candidate) => {
    const issues = at(instance.ineligibility, candidate);
    if (issues.length > 0) return { candidate: id, outcome: "ineligible", issues };
    const column = chosen.get(candidate);
    const lastChance = isLastChance(instance.round, candidate);
    if (column === undefined) {
      const fitsNowhere = instance.arcs.ofCandidate(candidate).length === 0;
      const reason = fitsNowhere ? ({ code: "no-fit", blocked: at(instance.blocked, candidate) } as const) : reasonOf(candidate);
      return { candidate: id, outcome: "reserve", reason, offer: "priority-reserve-list", lastChance };
    }
    const { choice, delayDays } = instance.arcs.get(column);
    const served = { ...placementOf(instance, column), rank: choice + 1, delayDays };
    return delayDays > 0
      ? { ...served, outcome: "deferred", reason: reasonOf(candidate), lastChance }
      : { ...served, outcome: "placed", reason: null };
  });
}
