import type { ObjectiveId, Sense } from "../../../engine/domain/policy.ts";
import type { Indicators, StoppedBy, TierResult } from "../../../engine/domain/result.ts";
import type { Patch } from "../../../engine/input/patch-schema.ts";
import type { RequestIssue } from "../../request-issue.ts";

/** What the service answers, as far as the page reads it; the contract is `/openapi.json`. */
export interface SessionShape {
  readonly name: string;
  readonly role: "read" | "plan" | "publish" | "admin";
  readonly expiresAt: string | null;
}

export interface DemoRoundShape {
  readonly id: string;
  readonly candidates: number;
  readonly missions: number;
  readonly hosts: number;
  readonly promotions: number;
}

export interface StoredIssue extends Omit<RequestIssue, "in"> {
  readonly severity: "error" | "warning";
}

export interface RoundListed {
  /** The store's own. */
  readonly id: string;
  /** The round's own id. */
  readonly name: string;
  readonly hash: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly parentId: string | null;
  readonly sizes: Pick<DemoRoundShape, "candidates" | "missions" | "hosts" | "promotions">;
  readonly issueCount: { readonly errors: number; readonly warnings: number };
}

export interface StoredRound extends RoundListed {
  readonly issues: readonly StoredIssue[];
}

export interface ConflictShape {
  readonly parts: readonly {
    readonly rule: string;
    readonly article: string;
    readonly subject: Readonly<Record<string, string>>;
  }[];
  readonly minimal: boolean;
}

export interface RelaxationSetShape {
  readonly relaxations: readonly unknown[];
  /** Of runs made before sets had patches: none. */
  readonly patches?: readonly Patch[] | null;
}

export type RunState = "queued" | "solving" | "completed" | "infeasible" | "cancelled" | "failed";

export interface ProgressShape {
  readonly seconds: number;
  /** Position of the tier, from 1. */
  readonly tier: number;
  /** Position in the list of a tier whose value is one, from 1. */
  readonly entry: number;
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  readonly incumbent: number | null;
  readonly bound: number | null;
}

export interface RunShape {
  readonly id: string;
  readonly roundId: string;
  readonly task: string;
  readonly state: RunState;
  readonly quality: "proven-optimal" | "feasible" | "none";
  readonly stoppedBy: StoppedBy | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly cancelRequested: boolean;
  readonly progress: ProgressShape | null;
  readonly summary: { readonly tiers: readonly TierResult[]; readonly indicators: Indicators } | null;
  readonly problem: {
    readonly code: string;
    readonly detail: string;
    readonly conflict?: ConflictShape;
    readonly relaxations?: readonly RelaxationSetShape[];
    /** Conflict and the smallest changes that would resolve it, in words, line by line. */
    readonly texts?: Readonly<Record<"fr" | "nl" | "de" | "en", readonly string[]>>;
    readonly issues?: readonly RequestIssue[];
  } | null;
  readonly position?: number;
}

export interface ViolationShape {
  readonly rule: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly detail: string;
}

export interface PlanShape {
  readonly id: string;
  readonly runId: string;
  readonly roundId: string;
  readonly name: string;
  readonly state: "draft" | "published";
  readonly publishedAt: string | null;
  readonly decision: { readonly by: string; readonly reason: string } | null;
}
