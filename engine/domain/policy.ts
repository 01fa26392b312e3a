/** Closed list of objectives; a new id does not compile until the model and the verifier both know it. */
export type ObjectiveId =
  | "changes"
  | "deferral-cap"
  | "reserve-priority"
  | "placed"
  | "regional-balance"
  | "worst-promotion"
  | "representativeness"
  | "low-skilled"
  | "cross-region"
  | "delay"
  | "wishes"
  | "cross-language"
  | "lottery";

/** Closed list of the rules of the law a placement must keep. */
export type RuleId =
  | "age"
  | "approval"
  | "cross-region"
  | "languages"
  | "mission-capacity"
  | "needs"
  | "no-idle-seat"
  | "not-before"
  | "once"
  | "one-place"
  | "own-initiative"
  | "pins"
  | "promotion-size"
  | "promotion-zone"
  | "record"
  | "regional-balance"
  | "representativeness"
  | "three-choices"
  | "working-time";

export type Sense = "minimise" | "maximise";
export type Mode = "soft" | "hard";

/**
 * A share or tolerance. It means the decimal number it is written as: 0.1 is one tenth, not the nearest binary fraction.
 * Compare only through `parseDecimal`.
 */
export type DecimalNumber = number;

export interface RegionalBalance {
  /** Share of the citizens counted per Region of the mission; they sum to 1. */
  readonly targets: Readonly<Record<string, DecimalNumber>>;
  readonly tolerance: DecimalNumber;
  readonly mode: Mode;
  /** Who is counted: this round's placements, or also the promotions' members whose Region of service is known. */
  readonly count: "round" | "in-service";
}

/** One sociodemographic dimension with target shares, or with quotas in persons per promotion. */
export type Dimension =
  | {
      readonly dimension: string;
      readonly targets: Readonly<Record<string, DecimalNumber>>;
      readonly tolerance: DecimalNumber;
      readonly mode: Mode;
    }
  | {
      readonly dimension: string;
      readonly quotas: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
      readonly mode: Mode;
    };

/** How much of a tier the later ones may spend: persons (or the tier's unit), or a share of its best value rounded down. */
export type Allowance = { readonly absolute: number } | { readonly relative: DecimalNumber };

export interface Tier {
  /** Several objectives are merged: their values add up with `weights`. */
  readonly objectives: readonly ObjectiveId[];
  /** Whole numbers of 1 or more, one per objective. */
  readonly weights: readonly number[];
  readonly allowance: Allowance;
}

export type AgeLimit = "until-26th-birthday" | "until-25th-birthday";
export type Wishes = "generous" | "greedy" | "sum";

/**
 * The policy a round is solved under. Every reading the law leaves open is a named setting here; `null` switches a part off
 * and its objectives with it.
 */
export interface Policy {
  readonly regionalBalance: RegionalBalance | null;
  readonly representativeness: readonly Dimension[] | null;
  readonly crossRegion: { readonly minimum: number; readonly mode: Mode } | null;
  readonly lowSkilled: { readonly dimension: string; readonly category: string; readonly minimum: DecimalNumber } | null;
  /** `null` in a cap: no such cap. */
  readonly deferral: { readonly maxCount: number | null; readonly maxDays: number | null } | null;
  readonly needs: "impose" | "forbid";
  readonly languages: "impose" | "forbid";
  readonly ageLimit: AgeLimit;
  readonly approvalCover: "whole-service" | "start";
  readonly choices: "up-to-three" | "exactly-three" | "any-number";
  readonly wishes: Wishes;
  /** `replacement`: no seat is left idle (rule `no-idle-seat`); `composition`: a seat may stay empty for the sake of a band. */
  readonly deferralGround: "replacement" | "composition";
  /** In order of precedence. */
  readonly tiers: readonly Tier[];
}
