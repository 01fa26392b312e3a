import type { Evidence } from "../campaign/evidence.ts";
import type { BenchCase } from "../cases/bench-case.ts";

/** A run that a goal needs, of any contender. */
export interface NeededRun {
  readonly contender: string;
  readonly limit: number;
}

/** What one case shows; a figure that was not reached is plus or minus infinity, and `note` says why. */
export interface Shown {
  readonly figure: number;
  readonly note: string;
}

/** One line of the table "Goals" (PERFORMANCE): what is measured, on which cases, and what it has to be. */
export interface Goal {
  readonly id: string;
  /** The line, in one sentence. */
  readonly statement: string;
  readonly sizes: readonly number[];
  /** How many of the seeds asked for are used: large cases take minutes each. */
  readonly mostSeeds: number;
  readonly needs: (one: BenchCase) => readonly NeededRun[];
  /** Needs a campaign of what-ifs on each case as well. */
  readonly needsWhatIfs: boolean;
  readonly unit: string;
  /** The median over the cases has to be at most, or at least, this. */
  readonly wanted: { readonly at: "most" | "least"; readonly figure: number };
  /** One entry per case that has been measured, or one for all of them; none while something is missing. */
  readonly show: (cases: readonly BenchCase[], evidence: Evidence) => readonly Shown[];
}
