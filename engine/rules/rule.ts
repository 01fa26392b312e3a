import type { RuleId } from "../domain/policy.ts";
import type { Candidate, Promotion, Round } from "../domain/round.ts";
import type { Draft } from "../model/draft.ts";
import type { Reading } from "../model/gauge.ts";
import type { Instance, Proposal } from "../model/instance.ts";

/**
 * One rule of the law. It speaks where it can be decided: about a person, about a proposal (candidate, choice, promotion), or
 * only about the placement as a whole, as rows of the integer program.
 */
export interface Rule {
  readonly id: RuleId;
  /** Whether the person may not appear in the round at all. */
  readonly excludes?: (candidate: Candidate, round: Round) => boolean;
  /** Whether the proposal can never be placed. */
  readonly forbids?: (proposal: Proposal) => boolean;
  /** Writes the rows that hold in every lawful placement. */
  readonly addRows?: (draft: Draft) => void;
  /**
   * What a search follows arc by arc to know that the rule is kept: 0 while it is. Rules without it are kept by construction: only
   * arcs are chosen, one per candidate, within free seats and places.
   */
  readonly breaches?: (instance: Instance) => Reading | null;
}

/** What is known about a person's start in a promotion. */
export type Start = { readonly candidate: Candidate; readonly promotion: Promotion; readonly round: Round };
