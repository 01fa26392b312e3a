/** The published guarantees (docs/guarantees.md), in their order. */
export const GUARANTEE_IDS = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G12", "G13"] as const;

export type GuaranteeId = (typeof GUARANTEE_IDS)[number];

/** `violated`: a breach was found. `not-measured`: nobody looked, or what was looked at settles nothing; the measurement says how far it went. */
export type Standing = "holds" | "violated" | "not-measured";

/** What a guarantee can be measured on. */
export const MEASURED_SUBJECTS = [
  "rules",
  "placements",
  "places and sizes",
  "promotions",
  "deferrals",
  "dates",
  "pairs",
  "cycles",
  "pins",
  "figures",
  "runs",
  "bundles",
] as const;

/** How much of its subject a guarantee was measured on. */
export interface Measurement {
  readonly subject: (typeof MEASURED_SUBJECTS)[number];
  /** How many were looked at and settled. */
  readonly checked: number;
  /** How many there are; `null` where they were too many to count. */
  readonly of: number | null;
  /** G8: every cycle of up to this many candidates was looked at; the number of placements where all were. */
  readonly longest?: number;
}

/** A guarantee as measured. */
export interface Finding {
  readonly standing: Standing;
  readonly measured: Measurement;
}

/** What a certificate says of every guarantee before anybody has measured one. */
export function unmeasured(): {
  readonly guarantees: Readonly<Record<GuaranteeId, Standing>>;
  readonly measured: Readonly<Record<GuaranteeId, Measurement>>;
} {
  const nothing: Measurement = { subject: "runs", checked: 0, of: null };
  return { guarantees: forAll<Standing>("not-measured"), measured: forAll(nothing) };
}

function forAll<Value>(value: Value): Record<GuaranteeId, Value> {
  // The keys are the closed list of ids.
  return Object.fromEntries(GUARANTEE_IDS.map((id) => [id, value])) as Record<GuaranteeId, Value>;
}
