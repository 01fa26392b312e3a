import type { BoundCertificate } from "../domain/bound-certificate.ts";
import type { Sense } from "../domain/policy.ts";
import { better } from "./allowance.ts";

/** What is proven of a stage: no lawful placement within its locks is better than `bound`. */
export interface Proven {
  readonly bound: number;
  /** A proof of it that needs no solver. */
  readonly certificate?: BoundCertificate;
}

/** The tighter of two bounds; of equal ones that with a proof. */
export function tighter(a: Proven, b: Proven, sense: Sense): Proven {
  const takesB = better(a.bound, b.bound, sense) || (a.bound === b.bound && a.certificate === undefined);
  const { bound, certificate } = takesB ? b : a;
  return certificate === undefined ? { bound } : { bound, certificate };
}
