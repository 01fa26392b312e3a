import type { Day } from "../domain/calendar.ts";
import type { BlockedChoice } from "../domain/reason.ts";
import type { IneligibilityIssue } from "../domain/result.ts";
import type { Candidate, Choice, Host, Mission, Promotion, Round } from "../domain/round.ts";

/** A candidate, one of their choices and a promotion, with all that a rule needs to judge them. */
export interface Proposal {
  readonly round: Round;
  readonly candidate: Candidate;
  readonly choice: Choice;
  /** The choice's missions and their hosts, in the same order: one, or two for a pair. */
  readonly missions: readonly Mission[];
  readonly hosts: readonly Host[];
  readonly promotion: Promotion;
}

/** A proposal that no rule forbids: one binary column x[c,k,p] of the integer program. Numbers index the round's lists. */
export interface Arc {
  readonly candidate: number;
  /** Index of the choice; its rank is one more. */
  readonly choice: number;
  readonly promotion: number;
  readonly missions: readonly number[];
  readonly hosts: readonly number[];
  /** Days after the candidate's nearest date; 0 on that date or earlier. */
  readonly delayDays: number;
  /** Region of the (first) mission. */
  readonly region: string;
  readonly crossRegion: boolean;
  readonly crossLanguage: boolean;
}

/** Seats of a promotion that this round can fill. */
export interface Seats {
  /** maxSize - keepFree - members, at least 0. */
  readonly free: number;
  /** Placements needed if there is any: max(1, minSize - members). */
  readonly needed: number;
  /** Placements needed in any case: minSize - members under mustHold, else 0. */
  readonly owed: number;
}

/** A round with every question that needs no optimisation answered. Lists run parallel to the round's. */
export interface Instance {
  readonly round: Round;
  /** By candidate, then choice, then promotion. */
  readonly arcs: readonly Arc[];
  readonly arcsOfCandidate: readonly (readonly number[])[];
  readonly arcsOfPromotion: readonly (readonly number[])[];
  /** Empty for whoever may appear. */
  readonly ineligibility: readonly (readonly IneligibilityIssue[])[];
  /** Start nearest to the chosen one on which some choice fits; `null` where none does. */
  readonly nearestDate: readonly (Day | null)[];
  /** For candidates without an arc: what blocks each choice. */
  readonly blocked: readonly (readonly BlockedChoice[])[];
  readonly seats: readonly Seats[];
  /** Region of service of every member of every promotion for whom it is known. */
  readonly memberRegions: readonly string[];
  /** Members of each promotion who serve in a Region other than that of residence. */
  readonly membersElsewhere: readonly number[];
}

/** The element of a list by an index that is known to be in it. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return list[index] as T;
}
