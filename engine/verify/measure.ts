import type { Policy, Sense } from "../domain/policy.ts";
import type { TierFigure } from "../domain/result.ts";
import type { Casefile } from "./casefile.ts";

/** One objective of the policy: which way is better, and its value for the placements of a case. */
export interface Measure {
  readonly sense: (policy: Policy) => Sense;
  readonly value: (casefile: Casefile) => TierFigure;
}
