import { type Day, formatDay, parseDay } from "../domain/calendar.ts";
import type { Outcome, Result } from "../domain/result.ts";
import type { CandidateJson, RoundJson } from "../input/round-schema.ts";
import { profileOf } from "../profiles/catalogue.ts";
import { firstDayTooOld } from "../rules/age.ts";

/** A candidate as given, and what the round decided. */
export interface Decided {
  readonly candidate: CandidateJson;
  readonly outcome: Outcome;
}

/**
 * `too-old`: on every day after the new round's (Art. 10, 1°); `too-late`: accepts no start after it; `once` and `record`: not eligible
 * (Art. 11); `served`: the promotion is over.
 */
export type LeavingReason = "too-old" | "too-late" | "once" | "record" | "served";

/** Whether the outcome is a place in a promotion. */
export function hasPlace(outcome: Outcome): outcome is Extract<Outcome, { outcome: "placed" | "deferred" }> {
  return outcome.outcome === "placed" || outcome.outcome === "deferred";
}

/**
 * The candidate in the next round. Nobody can start on a day that has passed, so `earliest` says so; the date chosen stays the date
 * chosen. Nobody loses priority: who is offered the reserve list is on it from the new round's day, if not for longer, and a deferral
 * counts once: who keeps a promotion that was published before is not deferred again.
 */
export function candidateNext({ candidate, outcome }: Decided, round: RoundJson, from: Day): CandidateJson {
  const next = profileOf(round).rules.includes("not-before") ? notBefore(candidate, formatDay(from + 1)) : candidate;
  if (outcome.outcome === "reserve") return { ...next, reserveSince: candidate.reserveSince ?? formatDay(from) };
  if (outcome.outcome !== "deferred" || wasPublished(outcome.candidate, outcome.promotion, round)) return next;
  return { ...next, deferrals: (candidate.deferrals ?? 0) + 1 };
}

function notBefore(candidate: CandidateJson, day: string): CandidateJson {
  const first = candidate.earliest ?? candidate.chosenStart;
  return first && first >= day ? candidate : { ...candidate, earliest: day };
}

function wasPublished(candidate: string, promotion: string, { published }: RoundJson): boolean {
  return (published ?? []).some((place) => place.candidate === candidate && place.promotion === promotion);
}

/**
 * Why somebody who does not serve yet cannot be in the next round; none for who stays. Who is too young now may be old enough then, and a
 * place in a promotion still to start keeps its candidate: the rules that gave it hold on a later day.
 */
export function reasonsToLeave({ candidate, outcome }: Decided, round: RoundJson, result: Result, from: Day): LeavingReason[] {
  const { rules } = profileOf(round);
  const reasons: LeavingReason[] = [];
  const birthDate = rules.includes("age") && candidate.birthDate ? parseDay(candidate.birthDate) : null;
  if (birthDate !== null && firstDayTooOld(birthDate, result.effectivePolicy.ageLimit) <= from + 1) reasons.push("too-old");
  if (rules.includes("not-before") && candidate.latest && candidate.latest <= formatDay(from)) reasons.push("too-late");
  const issues = outcome.outcome === "ineligible" ? outcome.issues : [];
  return [...reasons, ...issues.flatMap(({ code }) => (code === "age" ? [] : [code]))];
}
