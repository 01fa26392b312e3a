import type { Finding, Measurement, Standing } from "../../domain/guarantee.ts";
import type { Result, TierFigure } from "../../domain/result.ts";
import type { Violation } from "../../domain/violation.ts";
import type { Casefile } from "../casefile.ts";

/** A result under examination: its placements looked up, what they break, and what every tier is worth. */
export interface Examined {
  readonly casefile: Casefile;
  readonly result: Result;
  readonly violations: readonly Violation[];
  /** Parallel to the tiers of the policy. */
  readonly values: readonly TierFigure[];
}

/** One of the published guarantees: measures it on a result. */
export type Guarantee = (examined: Examined) => Finding;

/** A finding on everything there is of a subject. */
export function foundOnAll(standing: Standing, subject: Measurement["subject"], count: number): Finding {
  return { standing, measured: { subject, checked: count, of: count } };
}
