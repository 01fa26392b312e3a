import type { RuleId } from "./policy.ts";

/** A rule of the law that a placement breaks, with the subjects concerned (ids) and the numbers. */
export interface RuleViolation {
  readonly kind: "rule";
  readonly rule: RuleId;
  readonly subjects: Readonly<Record<string, string>>;
  readonly detail: string;
}

/** A reported figure that differs from its recomputation out of the round and the placements alone. */
export interface FigureViolation {
  readonly kind: "figure";
  /** JSON Pointer into the result. */
  readonly path: string;
  readonly reported: unknown;
  readonly recomputed: unknown;
}

export type Violation = RuleViolation | FigureViolation;
