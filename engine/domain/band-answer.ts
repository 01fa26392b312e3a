import type { RuleId } from "./policy.ts";
import type { Placement } from "./round.ts";

/** A band or quota of the policy in one promotion. */
export interface BandName {
  readonly promotion: string;
  readonly dimension: string;
  readonly category: string;
}

/** What takes part in a conflict with a band: a rule and whom it concerns, or what an earlier aim has reached. */
export type BandConflictPart =
  | {
      readonly kind: "rule";
      readonly rule: RuleId;
      readonly article: string;
      readonly subject: Readonly<Record<string, string>>;
    }
  /** `limit`: the worst value of the tier's entry that its lock permits. */
  | {
      readonly kind: "aim";
      readonly tier: string;
      readonly entry: number;
      readonly limit: number;
    };

/** Why a promotion of a placement lies outside a band of its own. */
export interface BandAnswer {
  readonly band: BandName;
  /** People in the promotion, members included; those of the category; the whole numbers of them that lie in the band at that size. */
  readonly size: number;
  readonly persons: number;
  readonly from: number;
  readonly until: number;
  /** Candidates of the category for whom some place in the promotion is possible. */
  readonly possible: number;
  /**
   * `kept`: it lies in the band. `not-held`: this round places nobody there. `impossible`: no lawful placement keeps the band, with somebody placed
   * there, and what the aims before composition have reached. `price`: one does. `not-established`: the limits came first.
   */
  readonly answer: "kept" | "not-held" | "impossible" | "price" | "not-established";
  /** Where it is impossible: rules and aims that cannot be kept together with the band. `minimal`: without any one of them the others can. */
  readonly conflict: { readonly parts: readonly BandConflictPart[]; readonly minimal: boolean } | null;
  /** Persons outside all bands together: in this placement, and once this band is kept at least (`null`: nothing is proven) and as found. */
  readonly price: { readonly now: number; readonly atLeast: number | null; readonly found: number } | null;
  /** A lawful placement better than the run's that was met on the way: it should take its place. */
  readonly better: readonly Placement[] | null;
}
