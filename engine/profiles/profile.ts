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
}
