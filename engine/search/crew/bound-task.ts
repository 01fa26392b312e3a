import type { Round } from "../../domain/round.ts";

/** A question about a stage's bound that can be answered anywhere the round is known: data in, data out, bounded by steps. */
export interface BoundTask {
  readonly round: Round;
  /** Limit and bound of every stage before the one asked about. */
  readonly locks: readonly { readonly limit: number; readonly bound: number | null }[];
  readonly arcs: readonly number[];
  readonly value: number;
  readonly maxSteps: number;
  readonly maxSeconds: number;
}
