import type { Day } from "../domain/calendar.ts";
import type { BlockedChoice } from "../domain/reason.ts";
import type { IneligibilityIssue } from "../domain/result.ts";
import type { Candidate, Choice, Host, Mission, Promotion, Round } from "../domain/round.ts";
import type { Intake } from "./intakes.ts";

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

/** A choice in an intake: what its arcs, one per promotion of the intake, share. */
export type Opening = Omit<Arc, "promotion">;

/** A choice of a candidate, looked up: what all its arcs share. */
export type Wish = Omit<Arc, "promotion" | "delayDays">;

/**
 * Choices in intakes where no rule forbids them, one per row, by candidate, choice and intake. An opening stands for one arc per promotion of
 * its intake: there are far fewer of them. Lists run parallel.
 */
export interface Openings {
  readonly count: number;
  readonly candidateOf: Int32Array;
  readonly wishOf: Int32Array;
  readonly intakeOf: Int32Array;
  readonly delayDays: Int32Array;
  /** Arcs of opening o are `firstArc[o] .. firstArc[o + 1] - 1`, one per promotion of its intake, in their order. */
  readonly firstArc: Int32Array;
  /** Openings of candidate c are `starts[c] .. starts[c + 1] - 1`. */
  readonly starts: Int32Array;
  readonly wishes: readonly Wish[];
  readonly intakes: readonly Intake[];
}

/**
 * The arcs of an instance, numbered from 0 by candidate, then choice, then intake, then promotion. None is stored: everything about an arc
 * follows from its opening and its place in it, in constant time. Lists and `Arc` objects are made anew each time.
 */
export interface Arcs extends Iterable<Arc> {
  readonly count: number;
  readonly openings: Openings;
  openingOf(arc: number): number;
  /** The openings of each intake, ascending. */
  readonly ofIntake: readonly Int32Array[];
  opening(opening: number): Opening;
  candidateOf(arc: number): number;
  choiceOf(arc: number): number;
  promotionOf(arc: number): number;
  missionsOf(arc: number): readonly number[];
  delayOf(arc: number): number;
  regionOf(arc: number): string;
  crossesRegion(arc: number): boolean;
  get(arc: number): Arc;
  /** The arcs that pass a test, ascending. */
  where(test: (arc: Arc) => boolean): readonly number[];
  /** Arcs of candidate c are `firstOf(c) .. firstOf(c + 1) - 1`. */
  firstOf(candidate: number): number;
  ofOpening(opening: number): readonly number[];
  ofCandidate(candidate: number): readonly number[];
  ofPromotion(promotion: number): readonly number[];
  all(): readonly number[];
  /** How many candidates have one: no placement has more people. */
  readonly people: number;
  /** Whether a candidate or a promotion has any. */
  hasCandidate(candidate: number): boolean;
  hasPromotion(promotion: number): boolean;
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
  readonly arcs: Arcs;
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
