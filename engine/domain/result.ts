import type { BoundCertificate, ReasonProof } from "./bound-certificate.ts";
import type { GuaranteeId, Measurement, Standing } from "./guarantee.ts";
import type { IssueCode } from "./input-issue.ts";
import type { ObjectiveId, Policy, Sense } from "./policy.ts";
import type { Reason } from "./reason.ts";

export interface IneligibilityIssue {
  readonly code: "age" | "once" | "record";
  readonly article: string;
}

/**
 * What the round decides for one candidate. `rank` counts from 1; `delayDays` is 0 unless deferred; `reason` is `null` for `placed` and
 * never for `deferred`; a list of `issues` is sorted by code.
 */
export type Outcome =
  | {
      readonly candidate: string;
      readonly outcome: "placed" | "deferred";
      readonly promotion: string;
      readonly missions: readonly string[];
      readonly rank: number;
      readonly delayDays: number;
      readonly reason: Reason | null;
      /** Deferred only: too old for any promotion that starts after the last one of this round (Art. 10, 1°). */
      readonly lastChance?: boolean;
    }
  | {
      readonly candidate: string;
      readonly outcome: "reserve";
      readonly reason: Reason;
      /** Art. 13 al. 2: what the Agency offers; the candidate may ask for it. */
      readonly offer: "priority-reserve-list";
      readonly lastChance: boolean;
    }
  | { readonly candidate: string; readonly outcome: "ineligible"; readonly issues: readonly IneligibilityIssue[] };

export type Quality = "proven-optimal" | "feasible";
/** What ended the run: every tier proven, the step budget, the time limit, the caller, or a back end whose answer failed its check. */
export type StoppedBy = "proof" | "steps" | "time" | "cancel" | "error";

/** A number, or one number per entry for the objectives whose value is a list. */
export type TierFigure = number | readonly number[];

/** One tier as solved. */
export interface TierResult {
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  /** Of the final placement. */
  readonly value: TierFigure;
  /** No lawful placement within the locks of the earlier tiers is better than this; `null`: nothing proven. */
  /** The lottery has none. */
  readonly bound: TierFigure | readonly (number | null)[] | null;
  /** |best - bound| / max(1, |best|), best being the better of `value` and the value locked (of two lists the first entry that differs decides); `null` without a bound. */
  readonly gap: TierFigure | readonly (number | null)[] | null;
  readonly quality: Quality;
}

/** What later tiers had to keep: the value found, and how far they were allowed to go beyond it. */
export interface Lock {
  readonly objectives: readonly ObjectiveId[];
  readonly found: TierFigure;
  readonly allowance: TierFigure;
  /** The worst value later tiers may have: found plus or minus the allowance. */
  readonly limit: TierFigure;
}

export interface PromotionResult {
  readonly id: string;
  /** Members and this round's placements. */
  readonly size: number;
  /** Placed in this round. */
  readonly placed: number;
  /** Persons per dimension of the policy and category (every category with a target or anybody in it), members included. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * Band per dimension and category with a target (within 0..size) or quota (as given); empty if nobody is placed here in this round.
   */
  readonly bands: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  /** Persons outside the bands, summed over dimensions and categories; 0 if nobody is placed here in this round. */
  readonly deviation: number;
  /** Persons serving in a Region other than that of residence, members included. */
  readonly crossRegion: number;
}

export interface RegionResult {
  /** Citizens counted in this Region: this round's placements, under `count: in-service` with the members. */
  readonly placed: number;
  readonly band: readonly [number, number];
  readonly deviation: number;
}

export interface Condition {
  readonly candidate: string;
  /** Accommodations and languages the host must provide for, because it does not offer them (Art. 13). */
  readonly needs: readonly string[];
  readonly languages: readonly string[];
}

/** A mission at which this round places someone; the others are left out. */
export interface MissionResult {
  readonly id: string;
  /** Placed here by this round, over all dates. */
  readonly used: number;
  readonly conditions: readonly Condition[];
  /** Candidates about whose record the host must be warned (Art. 11 §3). */
  readonly warnings: readonly { readonly candidate: string; readonly code: "record" }[];
}

export interface Indicators {
  /** Candidates per rank of their choice, first rank first, down to the longest list of choices (at least three unless any number is allowed). */
  readonly ranks: readonly number[];
  /** Outcomes of each kind: `placed` leaves the deferred out. */
  readonly placed: number;
  readonly deferred: number;
  readonly reserve: number;
  readonly ineligible: number;
  /**
   * max(0, 1 - deviations / (persons x dimensions)) over the promotions in which this round places someone (members counted),
   * unrounded; 1 when nothing is counted.
   */
  readonly representativeness: number;
}

/** How far two distributions over the same categories lie apart; `null` where one of them is empty. */
export interface Distance {
  /** Half the sum over categories of |share - share|: 0 equal, 1 nothing in common. */
  readonly totalVariation: number | null;
  /**
   * Pearson's goodness-of-fit test of the counts against the shares: statistic (sum over categories of (observed - expected)^2 /
   * expected), degrees of freedom (categories - 1), and whether it exceeds the table's value at 5 %. `null` where an expected count is
   * below 5, as the approximation is then not valid, or beyond the table's degrees of freedom.
   */
  readonly chiSquared: { readonly statistic: number; readonly degrees: number; readonly differs: boolean } | null;
}

/** Art. 23 §3 measured honestly, for one dimension with targets, over the whole round. */
export interface RepresentationResult {
  readonly dimension: string;
  /** Persons per category, in order of category: all eligible candidates, and all who were placed or deferred. */
  readonly applicants: Readonly<Record<string, number>>;
  readonly served: Readonly<Record<string, number>>;
  /** Applicants against the targets (before), served against the targets (after), served against the applicants. */
  readonly before: Distance;
  readonly after: Distance;
  readonly selection: Distance;
}

export interface Certificate {
  readonly engine: string;
  readonly profile: string;
  /** `sha256:` of the canonical JSON (RFC 8785) of `effectivePolicy`. */
  readonly policyHash: string;
  readonly seed: string;
  readonly solver: { readonly name: string; readonly version: string };
  /** The limits in force; exempt from comparison between runs. */
  readonly limits: { readonly seconds: number; readonly steps: number; readonly threads: number };
  /** Every rule was found kept and every figure right; who says so states every guarantee as it was measured. */
  readonly verified: boolean;
  readonly guarantees: Readonly<Record<GuaranteeId, Standing>>;
  /** What each of them was measured on: nothing where nobody has looked yet. */
  readonly measured: Readonly<Record<GuaranteeId, Measurement>>;
  /** Proofs of bounds that anybody can repeat without a solver; other bounds are a solver's word or known without optimising. */
  readonly bounds: readonly BoundCertificate[];
  /** The same of reasons; those that are not listed rest on a solver's word or on what the placements themselves show. */
  readonly reasons?: readonly ReasonProof[];
}

/** `result/1`. Lists are sorted by id. */
export interface Result {
  readonly schema: "result/1";
  readonly round: { readonly id: string; readonly hash: string };
  readonly state: "completed" | "cancelled";
  readonly quality: Quality;
  readonly stoppedBy: StoppedBy;
  readonly outcomes: readonly Outcome[];
  readonly tiers: readonly TierResult[];
  readonly promotions: readonly PromotionResult[];
  /** Regions with a target or a placement. Band [0, placements] where there is no target. */
  readonly regions: Readonly<Record<string, RegionResult>>;
  readonly missions: readonly MissionResult[];
  readonly indicators: Indicators;
  /** By dimension; dimensions with quotas have no target shares and are left out. */
  readonly representation: readonly RepresentationResult[];
  /** Warnings about the data (`overbooked`, `promotion-overfull`), by code and subject. */
  readonly issues: readonly { readonly code: IssueCode; readonly params: Readonly<Record<string, string | number>> }[];
  readonly effectivePolicy: Policy;
  /** In the order of the tiers; a run cut short may have none for the last ones. */
  readonly locks: readonly Lock[];
  readonly certificate: Certificate;
}
