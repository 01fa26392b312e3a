import type { Ground } from "./reason.ts";
import type { Outcome } from "./result.ts";
import type { Placement } from "./round.ts";

/** What somebody could have had instead. `place` names a promotion, missions (one choice of theirs), or both. */
export type Alternative =
  | { readonly kind: "first-choice" }
  | { readonly kind: "nearest-date" }
  | { readonly kind: "placed" }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "place"; readonly promotion?: string; readonly missions?: readonly string[] };

/**
 * `has-it`: they have it. `impossible`: no choice of theirs fits there. `ground`: what stands in the way. `nothing`: nothing does, and the
 * placement in `better` of the explanation has it.
 */
export interface AlternativeAnswer {
  readonly alternative: Alternative;
  readonly answer: "has-it" | "impossible" | "ground" | "nothing";
  readonly ground: Ground | null;
  /** For the planner: who would make way where the draw selected. */
  readonly makeWay: readonly string[];
}

/** A change of the round from the fixed menu. */
export type Change =
  | { readonly kind: "mission-place"; readonly mission: string }
  | { readonly kind: "promotion-seat"; readonly promotion: string }
  /** One unit more that the tier may give up: a person, or a day of delay. */
  | { readonly kind: "tolerance"; readonly tier: string }
  | { readonly kind: "start-date"; readonly date: string }
  | { readonly kind: "choice"; readonly mission: string };

/** Whether a change alone would have given the candidate the alternative with nobody worse off; `null`: not established. */
export interface ChangeAnswer {
  readonly change: Change;
  readonly helps: boolean | null;
}

/** A place of somebody's and what it would cost, everybody else re-optimised. */
export interface PlaceOption {
  readonly promotion: string;
  readonly missions: readonly string[];
  readonly date: string;
  readonly rank: number;
  /** `current`: they have it; `free`: nothing breaks; `breaks`: the tier in `tier` first, by `by` at least. */
  readonly standing: "current" | "free" | "breaks" | "unlawful" | "not-established";
  readonly tier: string | null;
  readonly by: number | null;
  /** Tiers whose value differs from the run's in the placement found, the run's first. */
  readonly costs: readonly { readonly tier: string; readonly entry: number; readonly now: number; readonly instead: number }[];
}

/** Everything that can be said about one candidate's outcome. */
export interface Explanation {
  readonly candidate: string;
  readonly outcome: Outcome;
  /** What they could have had instead, the most telling first; empty for who has their first choice on the nearest date. */
  readonly alternatives: readonly AlternativeAnswer[];
  /** Answers for the first alternative that has a ground, the smallest change that helps first. */
  readonly changes: readonly ChangeAnswer[];
  /** Other dates and other choices that were not tried. */
  readonly moreChanges: number;
  /** All places they could have, least cost first. */
  readonly places: readonly PlaceOption[];
  /** A lawful placement better than the run's that was met on the way: it should take its place. */
  readonly better: readonly Placement[] | null;
}
