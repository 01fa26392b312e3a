import type { ObjectiveId, Policy, RuleId } from "../domain/policy.ts";

/** Where a rule or objective stands in the law, in the words of both official texts. */
export interface Citation {
  /** Article of the law of 15 May 2024, or a note where the rule is operational. */
  readonly article: string;
  readonly fr: string;
  readonly nl: string;
}

/** Parts of a round that a profile may leave out; a missing part is then no issue and has no effect. */
export interface Requirements {
  readonly birthDate: boolean;
  readonly residence: boolean;
  readonly chosenStart: boolean;
}

/** A reading chosen where the law leaves room: what the engine does, and what else could be chosen. */
export interface Reading {
  /** The policy key that settles it, with a dot for a part of the key; `fixed` where nothing can be set. */
  readonly setting: string;
  /** Article of the law of 15 May 2024. */
  readonly article: string;
  /** The profile's value of the setting: a text as it is, anything else as JSON; of a `fixed` reading what is done, in words. */
  readonly default: string;
  /** Other values of the setting, or in words what they can be; none of a `fixed` reading. */
  readonly alternatives: readonly string[];
  /** The words of the two official texts that leave the room. */
  readonly fr?: string;
  readonly nl?: string;
  readonly note: string;
}

/**
 * A versioned set of rules with article references. It is data: which rules apply, which objectives exist, in which order and
 * with which defaults. A round names its profile and stays runnable under it.
 */
export interface Profile {
  readonly id: string;
  /** Legal status of the rules, as far as known. */
  readonly status: string;
  readonly source: string;
  readonly rules: readonly RuleId[];
  readonly requires: Requirements;
  readonly defaults: Policy;
  readonly citations: Readonly<Record<RuleId | ObjectiveId, Citation>>;
  /** Every reading the profile rests on. */
  readonly readings: readonly Reading[];
}
