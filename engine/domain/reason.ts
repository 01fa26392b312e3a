import type { ObjectiveId, RuleId } from "./policy.ts";

/** Why a choice can never be placed for this candidate: the rule that forbids it. */
export type BlockCode = Extract<
  RuleId,
  "age" | "approval" | "languages" | "needs" | "not-before" | "own-initiative" | "promotion-zone" | "working-time"
>;

/** A choice that fits in no promotion, with every rule that stands in the way in one of them. */
export interface BlockedChoice {
  readonly missions: readonly string[];
  readonly blocks: readonly BlockCode[];
}

/** The start nearest to the chosen date on which some choice of the candidate fits, with the promotions starting then in which one does. */
export interface Nearest {
  readonly date: string;
  readonly promotions: readonly string[];
}

/**
 * What stands in the way of giving somebody something else: of all placements in which they have it, everybody else re-optimised, none
 * keeps the rules and every tier within its lock, and this breaks first.
 *
 * - `places` fewer people could be placed, or the places of the wanted missions and hosts do not suffice for all; `size` the same of seats;
 * - `representativeness` a composition tier, proven, with the candidate who takes the seat named (Art. 23 §3); `quota` a composition tier
 *   without that proof, or of somebody who is not placed at all, which Art. 23 §3 never allows;
 * - `pin` a planner's decision, `published` stability of published placements, `rule` other hard rules;
 * - `lottery` nothing breaks, and what the people who would make way share was not established;
 * - the other codes name the tier that breaks; `not-established` says that nothing was proven.
 */
export type GroundCode =
  | "pin"
  | "published"
  | "places"
  | "size"
  | "rule"
  | "quota"
  | "lottery"
  | "not-established"
  | Exclude<ObjectiveId, "changes" | "placed" | "worst-promotion" | "lottery">;

/** How far the tier that breaks first goes beyond its lock, at least; `atMost` where only an interval is known. */
export interface ReasonPrice {
  /** The tier's objectives, joined by `+`. */
  readonly tier: string;
  readonly by: number;
  readonly atMost?: number;
}

/** Art. 23 §3: who takes the seat on the nearest date, and the promotion's deviation with them and with the deferred candidate instead. */
export interface SeatTaken {
  readonly promotion: string;
  readonly candidate: string;
  readonly with: number;
  readonly instead: number;
}

/** Why somebody does not have something else. */
export interface Ground {
  readonly code: GroundCode;
  /** Of the law of 15 May 2024; left out where the ground is operational or not established. */
  readonly article?: string;
  readonly price?: ReasonPrice;
  /**
   * `only`: the ground decides for this candidate alone. `lottery`: the candidate could have it with no tier broken, but not together with
   * all who would make way; the ground is theirs together, and the draw selected among them.
   */
  readonly selection?: "only" | "lottery";
  /** The candidate's draw, SHA-256(seed, newline, id) in hexadecimal. */
  readonly draw?: string;
  readonly seat?: SeatTaken;
  /** Hard rules that cannot be kept together with the alternative; without any one of them the others could. */
  readonly rules?: readonly RuleId[];
}

/** A start date from the nearest one on, before the one given, and why it was passed over. */
export type PassedDate = Ground & { readonly date: string };

/** Why somebody waits: `nearest` for everybody who fits somewhere, `passed` for the deferred. */
export type Reason =
  | (Ground & { readonly nearest?: Nearest; readonly passed?: readonly PassedDate[] })
  | { readonly code: "no-fit"; readonly blocked: readonly BlockedChoice[] };

/** Every code of a reason. */
export type ReasonCode = Reason["code"];
