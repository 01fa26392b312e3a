import type { Candidate } from "../domain/round.ts";
import type { Instance, Opening } from "../model/instance.ts";
import { sumOf } from "../model/linear-expression.ts";
import { minimising } from "./objective.ts";

/** Whether the candidate was deferred as often as the policy allows. */
function isAtCount({ deferrals }: Candidate, { round }: Instance): boolean {
  const maxCount = round.policy.deferral?.maxCount ?? null;
  return maxCount !== null && deferrals >= maxCount;
}

function isBeyondCap(arc: Opening, candidate: Candidate, instance: Instance): boolean {
  const maxDays = instance.round.policy.deferral?.maxDays ?? null;
  return arc.delayDays > 0 && (isAtCount(candidate, instance) || (maxDays !== null && arc.delayDays > maxDays));
}

/**
 * Art. 23 §3, caps of the policy: candidates whom a cap protects and who are not placed within it. A cap protects who was deferred
 * `maxCount` times, and who could be deferred more than `maxDays` days. Who is not placed at all counts like who is deferred too
 * long: else leaving somebody out would be the way to keep the cap, and the article allows delay, never refusal.
 *
 *     sum over protected candidates c of (1 - sum of x[c] over the arcs of c that are not beyond a cap), minimised
 */
export const deferralCap = minimising("deferral-cap", ({ instance }) => {
  const groups = instance.round.candidates.flatMap((candidate, index) => {
    const arcs = instance.arcs.ofCandidate(index);
    const within = arcs.filter((arc) => !isBeyondCap(instance.arcs.get(arc), candidate, instance));
    const isProtected = arcs.length > 0 && (isAtCount(candidate, instance) || within.length < arcs.length);
    return isProtected ? [within] : [];
  });
  return sumOf(groups.flat(), -1, groups.length);
});
