import type { Candidate } from "../domain/round.ts";
import type { Arc, Instance } from "../model/instance.ts";
import { placementsThat } from "./counting.ts";
import { minimising } from "./objective.ts";

function beyondCap(arc: Arc, candidate: Candidate, { round }: Instance): boolean {
  const { maxCount = null, maxDays = null } = round.policy.deferral ?? {};
  return (
    arc.delayDays > 0 && ((maxCount !== null && candidate.deferrals >= maxCount) || (maxDays !== null && arc.delayDays > maxDays))
  );
}

/**
 * Art. 23 §3, caps of the policy: candidates deferred once too often or too many days.
 *
 *     sum of x over arcs with delayDays > 0 and (deferrals >= maxCount or delayDays > maxDays), minimised
 */
export const deferralCap = minimising("deferral-cap", ({ instance }) => placementsThat(instance, beyondCap));
