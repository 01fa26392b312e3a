import type { ObjectiveId, Sense } from "../domain/policy.ts";
import type { Crew } from "./crew/crew.ts";
import type { SearchPorts } from "./search-ports.ts";

/** A moment of a run; objective values in the tier's own sense and unit. */
export interface RunProgress {
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

/** What follows the search: why people wait, then the whole result once more. */
export type PhaseAfterSearch = "reasons" | "verification";

/** What a run needs from outside. */
export interface RunPorts extends SearchPorts {
  /** Other threads; without it everything is done here, with the same results. */
  readonly crew?: Crew;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Told when the search is over, and what has begun. */
  readonly onPhase?: (phase: PhaseAfterSearch) => void;
}
