import type { Candidate } from "../domain/round.ts";
import { type ArcSum, UNMARKED } from "../model/arc-sum.ts";
import { at, type Instance } from "../model/instance.ts";
import { minimising, never, sumEntry } from "./objective.ts";

/** Whether the candidate was deferred as often as the policy allows. */
function isAtCount({ deferrals }: Candidate, { round }: Instance): boolean {
  const maxCount = round.policy.deferral?.maxCount ?? null;
  return maxCount !== null && deferrals >= maxCount;
}

function isBeyondCap(delayDays: number, candidate: Candidate, instance: Instance): boolean {
  const maxDays = instance.round.policy.deferral?.maxDays ?? null;
  return delayDays > 0 && (isAtCount(candidate, instance) || (maxDays !== null && delayDays > maxDays));
}

function missedProtection(instance: Instance): ArcSum {
  const { count, starts, delayDays } = instance.arcs.openings;
  const weights = new Int8Array(count);
  let constant = 0;
  instance.round.candidates.forEach((candidate, c) => {
    const [from, until] = [at(starts, c), at(starts, c + 1)];
    const isBeyond = (opening: number) => isBeyondCap(at(delayDays, opening), candidate, instance);
    let isProtected = from < until && isAtCount(candidate, instance);
    for (let o = from; o < until && !isProtected; o++) isProtected = isBeyond(o);
    if (!isProtected) return;
    constant += 1;
    for (let o = from; o < until; o++) if (!isBeyond(o)) weights[o] = -1;
  });
  return { weights, marked: UNMARKED, constant };
}

/**
 * Art. 23 §3, caps of the policy: candidates whom a cap protects and who are not placed within it. A cap protects who was deferred
 * `maxCount` times, and who could be deferred more than `maxDays` days. Who is not placed at all counts like who is deferred too
 * long: else leaving somebody out would be the way to keep the cap, and the article allows delay, never refusal.
 *
 *     sum over protected candidates c of (1 - sum of x[c] over the arcs of c that are not beyond a cap), minimised
 */
export const deferralCap = minimising("deferral-cap", sumEntry(missedProtection, never));
