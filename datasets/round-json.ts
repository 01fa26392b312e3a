/**
 * A round as JSON text holds it: the part of the contract `round/1` that generated rounds use. Dates are `YYYY-MM-DD`,
 * municipalities NIS codes, ids opaque. The engine reads rounds through its own parser, never through these types.
 */
export interface RoundJson {
  readonly schema: "round/1";
  readonly id: string;
  readonly profile: string;
  readonly hosts: readonly HostJson[];
  readonly missions: readonly MissionJson[];
  readonly promotions: readonly PromotionJson[];
  readonly candidates: readonly CandidateJson[];
  readonly pins?: readonly PinJson[];
  readonly published?: readonly PlacementJson[];
  readonly policy?: PolicyJson;
  readonly seed: string;
}

/** Inclusive span of days. */
export interface PeriodJson {
  readonly from: string;
  readonly until: string;
}

export interface HostJson {
  readonly id: string;
  readonly municipality: string;
  readonly places?: number;
  readonly approvedFrom?: string;
  readonly approvedUntil?: string;
  readonly unavailable?: readonly PeriodJson[];
  readonly offers?: readonly string[];
}

export interface MissionJson {
  readonly id: string;
  readonly host: string;
  readonly places: number;
  readonly municipality?: string;
  readonly from?: string;
  readonly until?: string;
  readonly occupied?: readonly (PeriodJson & { readonly places: number })[];
  readonly hoursPerWeek: number;
  readonly hoursPerDay: number;
  readonly domain?: string;
  readonly languages: readonly string[];
  readonly offers?: readonly string[];
  readonly reservedFor?: string;
}

export interface ZoneJson {
  readonly provinces?: readonly string[];
  readonly municipalities?: readonly string[];
  readonly regions?: readonly string[];
  readonly languageAreas?: readonly string[];
}

export interface MemberJson {
  readonly candidate: string;
  readonly missions: readonly string[];
  readonly region: string;
  readonly missionRegion?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PromotionJson {
  readonly id: string;
  readonly zone: ZoneJson;
  readonly start: string;
  readonly end: string;
  readonly minSize: number;
  readonly maxSize: number;
  readonly keepFree?: number;
  readonly mustHold?: boolean;
  readonly members?: readonly MemberJson[];
}

/** One mission, or a pair at two hosts with the weekly hours of travel between them. */
export type ChoiceJson = string | { readonly missions: readonly [string, string]; readonly travelHours: number };

export interface CandidateJson {
  readonly id: string;
  readonly birthDate: string;
  readonly municipality: string;
  readonly languages: readonly string[];
  readonly chosenStart: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly choices: readonly ChoiceJson[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly needs?: readonly string[];
  readonly record?: "clear" | "excluded" | "exception-granted";
  readonly served?: boolean;
  readonly reserveSince?: string;
  readonly deferrals?: number;
}

export interface PlacementJson {
  readonly candidate: string;
  readonly promotion: string;
  readonly missions: readonly string[];
}

export type PinJson =
  | { readonly candidate: string; readonly promotion: string; readonly missions?: readonly string[] }
  | { readonly candidate: string; readonly outcome: "reserve" }
  | { readonly candidate: string; readonly not: { readonly promotion?: string; readonly missions?: readonly string[] } };

type Mode = "soft" | "hard";

export type DimensionJson =
  | {
      readonly dimension: string;
      readonly targets: Readonly<Record<string, number>>;
      readonly tolerance: number;
      readonly mode: Mode;
    }
  | {
      readonly dimension: string;
      readonly quotas: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
      readonly mode: Mode;
    };

export interface TierJson {
  readonly objectives: readonly string[];
  readonly weights?: readonly number[];
  readonly allowance?: { readonly absolute: number } | { readonly relative: number };
}

export interface PolicyJson {
  readonly regionalBalance?: {
    readonly targets: Readonly<Record<string, number>>;
    readonly tolerance: number;
    readonly mode: Mode;
  } | null;
  readonly representativeness?: readonly DimensionJson[] | null;
  readonly crossRegion?: { readonly minimum: number; readonly mode: Mode } | null;
  readonly lowSkilled?: { readonly dimension: string; readonly category: string; readonly minimum: number } | null;
  readonly deferral?: { readonly maxCount: number | null; readonly maxDays: number | null } | null;
  readonly needs?: "impose" | "forbid";
  readonly languages?: "impose" | "forbid";
  readonly ageLimit?: "until-26th-birthday" | "until-25th-birthday";
  readonly approvalCover?: "whole-service" | "start";
  readonly choices?: "up-to-three" | "exactly-three";
  readonly wishes?: "generous" | "greedy" | "sum";
  readonly tiers?: readonly TierJson[];
}
